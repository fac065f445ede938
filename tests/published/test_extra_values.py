"""What the frame around pages needs to know, in the settings of an engine that calls no hooks."""

from __future__ import annotations

import pytest
import yaml

from peermap.publish.around import with_extra


@pytest.mark.parametrize(
    "settings",
    [
        "site_name: x\n",
        "extra:\n  mail: a\nnav: []\n",
        "nav: []\nextra:  # whom to write\n    # nobody\n    mail: a\n    more: b\n",
        "extra: {mail: a}\nnav: []\n",
        "extra: {}\n",
    ],
)
def test_values_are_put_to_those_that_are_there(settings: str) -> None:
    """However a maintainer lays them out; all other settings stay."""
    before, more = yaml.safe_load(settings), {"languages": [{"code": "fr"}], "up": "«: ../"}
    after = yaml.safe_load(with_extra(settings, more))
    assert after == before | {"extra": before.get("extra", {}) | more}
