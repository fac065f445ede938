"""Search: its words in JavaScript, its synonyms, and the index of the site."""
