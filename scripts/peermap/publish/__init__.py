"""The edges: pages written for the engine, records poured into its frames, data beside them."""
