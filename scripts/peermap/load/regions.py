"""Names at which a place ends: countries (Unicode CLDR, through Babel) and wider regions."""

from __future__ import annotations

from functools import cache

from babel import Locale

from peermap.words import N_

WIDER = frozenset(
    {
        N_("Worldwide"),
        N_("Africa"),
        N_("Asia"),
        N_("Central America"),
        N_("Eastern Europe"),
        N_("England"),
        N_("Europe"),
        N_("High-income countries"),
        N_("Latin America"),
        N_("Low- and middle-income countries"),
        N_("North America"),
        N_("Northern Ireland"),
        N_("Oceania"),
        N_("Scotland"),
        N_("South America"),
        N_("South Asia"),
        N_("South-East Asia"),
        N_("Sub-Saharan Africa"),
        N_("Wales"),
        N_("Western Europe"),
    }
)
# "England" and the like stand for the whole when a source names no more than the nation.
PLAIN = {"Myanmar (Burma)": "Myanmar", "Hong Kong SAR China": "Hong Kong", "Türkiye": "Turkey"}

WITHIN = {
    "England": "United Kingdom",
    "Georgia": "United States",
    "Hong Kong": "China",
    "Luxembourg": "Belgium",
    "Niger": "Nigeria",
    "Northern Ireland": "United Kingdom",
    "Puerto Rico": "United States",
    "Réunion": "France",
    "Scotland": "United Kingdom",
    "South-East Asia": "Asia",
    "South Asia": "Asia",
    "Wales": "United Kingdom",
    "Western Europe": "Europe",
    "Eastern Europe": "Europe",
}  # a place goes on behind these names when the wider one follows: Georgia, United States
USUAL_NAMES = {
    "america": "United States",
    "britain": "United Kingdom",
    "burma": "Myanmar",
    "czech republic": "Czechia",
    "drc": "Congo - Kinshasa",
    "gb": "United Kingdom",
    "great britain": "United Kingdom",
    "holland": "Netherlands",
    "korea": "South Korea",
    "republic of korea": "South Korea",
    "swaziland": "Eswatini",
    "uae": "United Arab Emirates",
    "uk": "United Kingdom",
    "united states of america": "United States",
    "us": "United States",
    "usa": "United States",
}  # other names of countries, without full stops and capitals, for the guess in a message


@cache
def countries() -> frozenset[str]:
    """English short names of countries and territories."""
    names = {
        name for code, name in Locale("en").territories.items() if len(code) == 2 and code.isalpha()
    }
    return frozenset(names | set(PLAIN.values()) | {"Côte d’Ivoire", "Ivory Coast"})


@cache
def regions() -> frozenset[str]:
    """Everything at which a place may end."""
    return countries() | WIDER
