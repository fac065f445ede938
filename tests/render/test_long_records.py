"""A record on many pages: none of them grows with their number."""

from __future__ import annotations

import re
from dataclasses import replace

from peermap.place.atlas import Atlas
from peermap.render.pages.label import label_pages


def test_a_page_of_a_common_label_leads_to_few_others(atlas: Atlas) -> None:
    """To the first, the last and those beside it, as the pages of a list do."""
    one = next(iter(atlas.programmes.values()))
    label = next(iter(atlas.labels.values()))
    many = {f"p{n:03}": replace(one, id=f"p{n:03}", labels=(label.id,)) for n in range(300)}
    pages = list(label_pages(replace(atlas, programmes=many), label))
    assert len(pages) == 34
    led = [set(re.findall(rf"{label.id}--(\d+)/", page.body)) for page in pages]
    assert led[9] == {"8", "9", "11", "12", "34"}
    assert max(map(len, led)) == 5
