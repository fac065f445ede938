"""The built site, read in a real browser as its readers read it."""
