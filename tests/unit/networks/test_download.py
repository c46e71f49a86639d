"""Downloads over real HTTP from this machine, each in its own temporary place."""

import hashlib
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import Cancelled, NetworkError
from wsl_annotator.core.progress import Progress
from wsl_annotator.networks.download import CHUNK_BYTES, checksum_of_name, download

CONTENT = bytes(range(256)) * (CHUNK_BYTES // 256) * 6
CHECKSUM = hashlib.sha256(CONTENT).hexdigest()[:8]


class Handler(http.server.BaseHTTPRequestHandler):
    """Sends CONTENT under any name; half of it under /short, nothing under /gone, the second half late under /slow."""

    late = threading.Event()

    def do_GET(self) -> None:
        if self.path.startswith("/gone"):
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        half = len(CONTENT) // 2
        self.wfile.write(CONTENT[:half])
        if self.path.startswith("/slow"):
            self.wfile.flush()
            self.late.wait(10)
        if not self.path.startswith("/short"):
            try:
                self.wfile.write(CONTENT[half:])
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the base class's name)
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    # closing waits for the answers under way, so that none outlives its test
    daemon_threads = False


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    Handler.late = threading.Event()
    running = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    Handler.late.set()
    running.shutdown()
    thread.join()
    running.server_close()


def test_that_a_download_is_whole_and_tells_its_progress_in_bytes(server: str, tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / f"net-{CHECKSUM}.pth"
    told: list[Progress] = []
    download(f"{server}/{path.name}", path, progress=told.append)
    assert path.read_bytes() == CONTENT
    assert [event.done for event in told] == sorted(event.done for event in told)
    assert told[-1].done == told[-1].total == len(CONTENT)
    assert len(told) >= 6
    assert list(path.parent.iterdir()) == [path]


def test_that_a_wrong_checksum_is_told_and_nothing_is_kept(server: str, tmp_path: Path) -> None:
    path = tmp_path / "net-00000000.pth"
    with pytest.raises(NetworkError, match=rf"net-00000000\.pth is damaged .*{CHECKSUM}, not 00000000"):
        download(f"{server}/{path.name}", path)
    assert list(tmp_path.iterdir()) == []


def test_that_cancel_is_seen_within_one_chunk_and_nothing_is_kept(server: str, tmp_path: Path) -> None:
    path = tmp_path / f"net-{CHECKSUM}.pth"
    cancel = CancelToken()
    told: list[Progress] = []

    def stop_at_once(event: Progress) -> None:
        told.append(event)
        cancel.cancel()

    with pytest.raises(Cancelled):
        download(f"{server}/{path.name}", path, progress=stop_at_once, cancel=cancel)
    assert len(told) == 1
    assert told[0].done <= CHUNK_BYTES
    assert list(tmp_path.iterdir()) == []


def test_that_an_existing_file_stays_when_a_new_download_fails(server: str, tmp_path: Path) -> None:
    path = tmp_path / f"net-{CHECKSUM}.pth"
    path.write_bytes(b"before")
    with pytest.raises(NetworkError, match="broke off"):
        download(f"{server}/short/{path.name}", path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_server_that_falls_silent_is_given_up(server: str, tmp_path: Path) -> None:
    path = tmp_path / f"net-{CHECKSUM}.pth"
    with pytest.raises(NetworkError, match="timed out"):
        download(f"{server}/slow/{path.name}", path, timeout_s=0.3)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("place", ["gone", "closed"])
def test_that_without_the_file_one_sentence_names_it_its_place_and_the_bundled_network(
    server: str, tmp_path: Path, place: str
) -> None:
    path = tmp_path / f"net-{CHECKSUM}.pth"
    # port 9 of this machine: nobody listens there
    url = f"{server}/gone/{path.name}" if place == "gone" else f"http://127.0.0.1:9/{path.name}"
    with pytest.raises(NetworkError) as told:
        download(url, path)
    reason = "the server answers 404" if place == "gone" else "no connection"
    assert told.value.user_text.startswith(f"The weights {path.name} are needed and cannot be downloaded ({reason}")
    assert told.value.user_text.count(". ") == 0
    assert f"Put the file from {url} at {path}" in told.value.hint
    assert "--network bundled" in told.value.hint


def test_that_a_place_that_cannot_be_written_is_told_with_its_path(server: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file where a folder should be")
    path = tmp_path / "file" / f"net-{CHECKSUM}.pth"
    with pytest.raises(NetworkError, match="cannot be saved to"):
        download(f"{server}/{path.name}", path)


@pytest.mark.parametrize(
    ("name", "checksum"),
    [
        ("alexnet-owt-7be5be79.pth", "7be5be79"),
        ("efficientnet_b0_rwightman-7f5810bc.pth", "7f5810bc"),
        ("my-weights.pth", None),
        ("net.pth", None),
    ],
)
def test_that_the_checksum_is_read_from_torchvisions_file_names(name: str, checksum: str | None) -> None:
    assert checksum_of_name(name) == checksum
