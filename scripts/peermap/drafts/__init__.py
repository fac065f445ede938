"""Records on their way in: drafts from a terminal or an issue, and the text of their records."""
