"""Puts packaging/ on the path, where the renderer of scenes lives (a folder with no __init__.py of its own)."""

import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"

if str(PACKAGING) not in sys.path:
    sys.path.insert(0, str(PACKAGING))
