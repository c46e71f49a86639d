"""Which of a person's own network files may run: remembered by what is in them, in the user's settings alone."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.gui.settings import Settings
from wsl_annotator.networks.card_file import is_card
from wsl_annotator.networks.spec import is_code
from wsl_annotator.workflow.train_figures import read_card_figures


def code_file(code: str) -> Path:
    """Return the file of `FILE.py:callable`."""
    return Path(code.rpartition(":")[0] or code)


def code_hash(code: str) -> str:
    """Return the SHA-256 of the file of `FILE.py:callable` in hex digits; empty where it cannot be read."""
    with suppress(OSError):
        return hashlib.sha256(code_file(code).read_bytes()).hexdigest()
    return ""


class CodeMemory:
    """Asked once, known by hash: a file that was changed since is asked for again."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def knows(self, code: str) -> bool:
        """Return whether a person has allowed what is in this file to run."""
        digest = code_hash(code)
        return bool(digest) and bool(self._settings.network_code(digest))

    def allow(self, code: str) -> None:
        """Remember that what is in the file now may run, and where it lies."""
        digest = code_hash(code)
        if digest:
            file, _, name = code.rpartition(":")
            self._settings.set_network_code(digest, f"{Path(file).absolute()}:{name}")

    def code_of(self, sha256: str) -> str:
        """Return the `FILE.py:callable` that was allowed with this content and still has it; empty for none."""
        code = self._settings.network_code(sha256) if sha256 else ""
        return code if code and code_hash(code) == sha256 else ""

    def code_for(self, network: str) -> str | None:
        """Return the code that a card needs and that is known here; None for any other network."""
        if is_code(network) or not is_card(network):
            return None
        with suppress(NetworkError):
            return self.code_of(read_card_figures(Path(network)).code_sha256) or None
        return None
