"""One logger a module under `wsl_annotator`, written to a rotating file and, for warnings, to standard error."""

from __future__ import annotations

import logging
import logging.handlers
import sys

from wsl_annotator.core.paths import log_dir


def set_up_logging(*, verbose: bool) -> None:
    """Send the package's log to a file of at most 3 x 1 MB, and warnings (all, if `verbose`) to standard error."""
    logger = logging.getLogger("wsl_annotator")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(logging.DEBUG if verbose else logging.INFO)
    logger.propagate = False
    stream = logging.StreamHandler(sys.stderr)
    stream.setLevel(logging.DEBUG if verbose else logging.WARNING)
    stream.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
    logger.addHandler(stream)
    try:
        log_dir().mkdir(parents=True, exist_ok=True)
        to_file = logging.handlers.RotatingFileHandler(
            log_dir() / "wsl-annotator.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError as error:
        logger.warning("no log file: %s", error)
        return
    to_file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(to_file)
