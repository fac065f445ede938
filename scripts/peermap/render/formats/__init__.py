"""References in the formats that reference managers exchange."""
