"""Citations in styles: items and official styles made ready, one processor, results kept."""
