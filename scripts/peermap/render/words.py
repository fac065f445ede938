"""What the site calls states, strengths, depths of reading, and kinds of things."""

from __future__ import annotations

from peermap.words import N_, Words

STATE_WORDS = Words(
    {"placed": N_("Placed"), "not stated": N_("Not stated"), "not coded": N_("Not coded")}
)
STRENGTH_WORDS = Words(
    {
        "stated": N_("stated of this programme"),
        "general": N_("said of its kind"),
        "inferred": N_("our reading"),
    }
)
DEPTH_WORDS = Words(
    {
        "full text": N_("full text"),
        "abstract": N_("abstract only"),
        "title": N_("title only"),
    }
)
NOTICE_WORDS = Words({"retracted": N_("Retracted"), "corrected": N_("Corrected")})
NOTICE_SENTENCES = Words(
    {
        "retracted": N_("This work was retracted after it appeared."),
        "corrected": N_("This work was corrected after it appeared."),
    }
)
KIND_WORDS = Words(
    {
        "programme": N_("Programme"),
        "movement": N_("Movement"),
        "group": N_("Group"),
        "setting": N_("Setting"),
    }
)
TYPE_WORDS = Words(
    {
        "article": N_("Journal article"),
        "book": N_("Book"),
        "collection": N_("Edited book"),
        "incollection": N_("Book chapter"),
        "inproceedings": N_("Conference paper"),
        "techreport": N_("Report"),
        "report": N_("Report"),
        "online": N_("Web page"),
        "misc": N_("Other work"),
        "phdthesis": N_("Thesis"),
        "mastersthesis": N_("Thesis"),
        "dataset": N_("Data set"),
    }
)
STATE_IN_A_LINE = Words(
    {"placed": N_("placed"), "not stated": N_("not stated"), "not coded": N_("not coded")}
)
