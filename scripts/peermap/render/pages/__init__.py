"""One module a kind of page: what it shows is chosen, sorted and counted here."""
