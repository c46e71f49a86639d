"""Isolation for all tests: no display, no user settings, one torch thread."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings

_HOME = Path(tempfile.mkdtemp(prefix="wsl-annotator-tests-"))
for variable in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    os.environ[variable] = str(_HOME / variable.lower())
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "1")

# New random cases belong to the days between landings; a landing is judged on the same cases twice.
settings.register_profile("landing", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("landing")
