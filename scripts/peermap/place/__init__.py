"""Records → one Atlas: every id resolved, nothing dangling, every use of a reference known."""
