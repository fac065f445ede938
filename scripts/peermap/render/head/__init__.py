"""What stands in the head of a page for reference managers and indexers."""
