"""The tags of RIS: what reference managers mean by them."""

from __future__ import annotations

from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    "JOUR": "article",
    "EJOUR": "article",
    "JFULL": "article",
    "MGZN": "article",
    "NEWS": "article",
    "INPR": "article",
    "ABST": "article",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "collection",
    "CHAP": "incollection",
    "ECHAP": "incollection",
    "CPAPER": "inproceedings",
    "CONF": "proceedings",
    "RPRT": "techreport",
    "GOVDOC": "techreport",
    "STAND": "standard",
    "THES": "phdthesis",
    "ELEC": "online",
    "BLOG": "online",
    "WEB": "online",
    "ICOMM": "online",
    "DATA": "dataset",
    "AGGR": "dataset",
    "DBASE": "dataset",
    "COMP": "software",
    "VIDEO": "video",
    "MPCT": "video",
    "ADVS": "video",
    "SOUND": "audio",
    "MUSIC": "audio",
    "UNPB": "unpublished",
    "MANSCPT": "unpublished",
    "PREPRINT": "unpublished",
    "PAMP": "booklet",
    "SER": "book",
    "SLIDE": "misc",
    "PCOMM": "misc",
    "GEN": "misc",
    "DICT": "incollection",
    "ENCYC": "incollection",
    "STAT": "legislation",
    "BILL": "legislation",
    "CASE": "jurisdiction",
    "PAT": "patent",
    "MAP": "misc",
    "ART": "artwork",
    "FIGURE": "artwork",
    "GRNT": "misc",
    "HEAR": "misc",
    "LEGAL": "legal",
    "UNBILL": "legislation",
    "ANCIENT": "book",
    "CLSWK": "book",
    "CTLG": "book",
    "CHART": "misc",
    "EQUA": "misc",
    "MULTI": "misc",
}
# Our field, and the tags that give it, the best first.
VALUES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("TI", "T1", "CT")),
    ("container", ("T2", "JF", "BT", "JO", "JA", "J2", "J1")),
    ("shortjournal", ("J2", "JA", "J1", "JO")),
    ("series", ("T3",)),
    ("volume", ("VL",)),
    ("number", ("IS", "CP")),
    ("edition", ("ET",)),
    ("publisher", ("PB",)),
    ("address", ("CY", "PP")),
    ("abstract", ("AB", "N2")),
    ("language", ("LA",)),
    ("annote", ("N1",)),
    ("shorttitle", ("ST",)),
    ("urldate", ("Y2",)),
    ("origdate", ("OP",)),
)
# What the bibliography has no place for; the report says so.
LEFT_OUT_WORDS = """
    AD AN AV C1 C3 C4 C5 C6 C8 CA CN DB DP DS EI ID J9 JI L1 L2 L3 L4 LB LK M1 M2 M3 NV RI
    RN RP SE SF SV TA TT U1 U2 U4 U5 VO WP A5 SD MA FX PT
"""
LEFT_OUT = frozenset(LEFT_OUT_WORDS.split())
READ_WORDS = """
    TY ER AU A1 A2 A3 A4 ED TI T1 CT T2 T3 BT JF JO JA J2 J1 VL IS CP SP EP PY Y1 Y2 DA DO U3 SN
    UR AB N2 N1 KW DE LA ET PB CY PP ST C2 C7 OP
"""
READ = READ_WORDS.split()
KNOWN_TAGS = tuple(sorted({*READ, *LEFT_OUT}))
