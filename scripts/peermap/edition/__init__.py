"""The printable edition: the synthesis, its bibliography and its programmes as one PDF."""
