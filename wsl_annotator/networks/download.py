"""Weight files from the network: streamed, checked, cancellable, whole or not at all."""

from __future__ import annotations

import hashlib
import http.client
import re
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.paths import cache_dir
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.core.words import phrase

CHUNK_BYTES = 256 * 1024
_CHECKSUM = re.compile(r"-([0-9a-f]{8,64})\.[a-z]+$")


def weights_folder() -> Path:
    """Return the folder of downloaded weights in the platform's cache; it may not exist yet."""
    return cache_dir() / "weights"


def checksum_of_name(file_name: str) -> str | None:
    """Return the start of the SHA-256 that torchvision's files carry before their suffix, or None."""
    match = _CHECKSUM.search(file_name)
    return match.group(1) if match else None


def download(
    url: str,
    path: Path,
    *,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
    timeout_s: float = 20.0,
) -> None:
    """Fetch a file to `path`, which appears only once it is whole and its checksum fits.

    Args:
        url: http or https; its last part carries the checksum, where there is one.
        path: where to put it; folders are made.
        progress: called after each chunk, in bytes.
        cancel: seen within one chunk.
        timeout_s: without any data for this long, the download fails.

    Raises:
        NetworkError: no connection, a wrong checksum, or no place to write.
        Cancelled: the token was set; nothing is left behind.
    """
    by_hand = (
        f"Or put the file there yourself ({url}); the bundled network (--network bundled) needs no download meanwhile."
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # beside the target, so that the rename is atomic
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=path.name, suffix=".part", delete=False) as file:
            part = Path(file.name)
    except OSError as error:
        raise NetworkError(f"The weights cannot be saved to {path}: {error.strerror}.", by_hand) from error
    try:
        digest = _fetch(url, part, path=path, progress=progress, cancel=cancel, timeout_s=timeout_s)
        expected = checksum_of_name(url.rsplit("/", 1)[-1])
        if expected is not None and not digest.startswith(expected):
            raise NetworkError(
                f"The download of {path.name} is damaged (its SHA-256 starts with {digest[: len(expected)]}, "
                f"not {expected}).",
                "Try again; nothing was kept.",
            )
        part.replace(path)
    except OSError as error:
        raise NetworkError(f"The weights cannot be saved to {path}: {error.strerror or error}.", by_hand) from error
    finally:
        part.unlink(missing_ok=True)


def _fetch(
    url: str, part: Path, *, path: Path, progress: ProgressCallback, cancel: CancelToken | None, timeout_s: float
) -> str:
    digest = hashlib.sha256()
    try:
        with urllib.request.urlopen(url, timeout=timeout_s) as response:
            total = int(response.headers.get("Content-Length") or 0)
            clock = ProgressClock(total)
            done = 0
            with part.open("wb") as file:
                while True:
                    if cancel is not None:
                        cancel.raise_if_cancelled()
                    chunk = response.read1(CHUNK_BYTES)
                    if not chunk:
                        break
                    _write(file.write, chunk, path)
                    digest.update(chunk)
                    done += len(chunk)
                    progress(clock.at(done, f"Downloading {path.name}"))
        if total and done != total:
            raise http.client.IncompleteRead(b"", total - done)
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        if isinstance(error, urllib.error.HTTPError):
            # it is the answer too, and holds the connection
            error.close()
        raise NetworkError(
            f"The weights {path.name} are needed and cannot be downloaded ({_reason(error)}).",
            f"Put the file from {url} at {path}, or use the bundled network (--network bundled), which needs no "
            "download.",
        ) from error
    return digest.hexdigest()


def _write(write: object, chunk: bytes, path: Path) -> None:
    try:
        write(chunk)  # type: ignore[operator]
    except OSError as error:
        raise NetworkError(
            f"The weights cannot be saved to {path}: {error.strerror}.", "Make room on the disk, then try again."
        ) from error


def _reason(error: BaseException) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return phrase(f"the server answers {error.code}")
    if isinstance(error, http.client.IncompleteRead):
        return phrase("the connection broke off")
    reason = getattr(error, "reason", None) or error
    text = getattr(reason, "strerror", None) or str(reason)
    return phrase(f"no connection: {text}") if text else phrase("no connection")
