"""peermap: a tagged bibliography and programme records become a site organised by a map.

The folders are the flow: ``sources`` → ``load`` → ``place`` → ``render`` → ``publish``.
``records`` holds the nouns that travel along it.
"""

from __future__ import annotations

__version__ = "0.1.0"
