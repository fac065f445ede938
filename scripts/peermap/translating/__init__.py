"""Fixed words found in the code, and the catalogues that hold their translations."""
