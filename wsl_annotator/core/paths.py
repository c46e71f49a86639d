"""Where things lie: resources of the package, and the user's cache and settings folders."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import platformdirs

from wsl_annotator.core.errors import WslError

APP = "wsl-annotator"


@cache
def resources_dir() -> Path:
    """Return the folder of icons, sample and bundled weights.

    In an installed wheel it lies inside the package; in a checkout or an editable install beside `pyproject.toml`.

    Raises:
        WslError: neither place has it.
    """
    package = Path(__file__).resolve().parent.parent
    candidates = [package / "resources"]
    if (package.parent / "pyproject.toml").is_file():
        candidates.append(package.parent / "resources")
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise WslError("The resources folder of WSL Annotator is missing.", "Install the package again.")


def resource(*parts: str) -> Path:
    """Return the path of one resource, which may be missing."""
    return resources_dir().joinpath(*parts)


def cache_dir() -> Path:
    """Return the platform's cache folder of this program (downloaded weights, thumbnails); it may not exist yet."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


def data_dir() -> Path:
    """Return the platform's data folder of this program (the sample project); it may not exist yet."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def log_dir() -> Path:
    """Return the platform's log folder of this program; it may not exist yet."""
    return Path(platformdirs.user_log_dir(APP, appauthor=False))
