"""Agreement of two codings."""

from __future__ import annotations

import pytest

from peermap.place.agreement import Agreement


def test_kappa_is_that_of_a_worked_example() -> None:
    """20 yes-yes, 5 yes-no, 10 no-yes and 15 no-no agree in 70 % and give a kappa of 0.4."""
    agreement = Agreement("q", both=20, first_only=5, second_only=10, neither=15)
    assert agreement.percent == pytest.approx(70)
    assert agreement.kappa == pytest.approx(0.4)


def test_full_agreement_is_one() -> None:
    """Coders who never differ, and do not always say the same, have a kappa of 1."""
    assert Agreement("q", both=3, first_only=0, second_only=0, neither=7).kappa == pytest.approx(1)


def test_no_kappa_where_chance_explains_all() -> None:
    """Where both say the same of everything, agreement beyond chance is not defined."""
    assert Agreement("q", both=0, first_only=0, second_only=0, neither=9).kappa is None
