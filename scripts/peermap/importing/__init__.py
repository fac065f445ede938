"""Import: exports of reference managers → works → duplicates → the bibliography, and an account."""
