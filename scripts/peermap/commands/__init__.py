"""The commands of ``peermap``, one module each: what it takes, and the one call that does it."""
