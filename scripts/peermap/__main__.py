"""``python -m peermap``."""

from __future__ import annotations

import sys

from peermap.cli import main

sys.exit(main())
