from __future__ import annotations

import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from wsl_annotator.core.errors import FormatError
from wsl_annotator.formats.atomic import atomic_write, write_error, write_json, write_json_lines

SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from wsl_annotator.core.errors import FormatError
from wsl_annotator.formats.atomic import atomic_write
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    with atomic_write(Path(sys.argv[1])) as stream:
        stream.write("new " * 100_000)
except FormatError as error:
    print(error.user_text, "|", error.hint)
"""

NOBODY = """
import os, sys
from pathlib import Path
from wsl_annotator.core.errors import FormatError
from wsl_annotator.formats.atomic import atomic_write
if os.geteuid() == 0:  # root may write anywhere
    os.setgid(65534); os.setuid(65534)
try:
    with atomic_write(Path(sys.argv[1])) as stream:
        stream.write("new")
except FormatError as error:
    print(error.user_text, "|", error.hint)
"""


def run(code: str, path: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", code, str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
    ).stdout


def test_that_a_write_replaces_the_whole_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "é.json"
    for text in ("old\n", "new é\n"):
        with atomic_write(target) as stream:
            stream.write(text)
    assert target.read_bytes() == "new é\n".encode()
    assert list(target.parent.iterdir()) == [target]


def test_that_an_exception_inside_leaves_the_old_file_and_no_temporary_one(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(TypeError, match="not JSON serializable"):
        write_json_lines(target, [1, 2, object()])
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_that_a_size_limit_gives_one_sentence_and_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    output = run(SMALL_DISK, target)
    assert output.startswith(f"{target} could not be written: the file is larger than this place allows. |")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_that_a_full_disk_gives_one_sentence_and_leaves_the_old_file(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], check=False, capture_output=True
    ).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        target = disk / "a.txt"
        target.write_text("old")
        with pytest.raises(FormatError, match="the disk is full") as caught:
            write_json(target, "new " * 100_000)
        assert "Free some space" in caught.value.hint
        assert str(target) in caught.value.user_text
        assert target.read_text() == "old"
        assert list(disk.iterdir()) == [target]
    finally:
        subprocess.run(["umount", disk], check=True)


def test_that_the_device_that_is_always_full_is_reported_as_full() -> None:
    with pytest.raises(OSError, match="No space") as caught:
        Path("/dev/full").write_text("x")
    assert "the disk is full" in write_error(Path("out.json"), caught.value).user_text


def test_that_a_read_only_folder_gives_one_sentence() -> None:
    folder = Path(tempfile.mkdtemp())  # not tmp_path, whose parents only root may enter
    folder.chmod(0o555)
    try:
        output = run(NOBODY, folder / "a.txt")
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o755)
        folder.rmdir()
    assert "a.txt could not be written: writing there is not permitted. | Choose a folder" in output


def test_that_a_folder_in_place_of_the_file_gives_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="it is a folder"), atomic_write(tmp_path) as stream:
        stream.write("x")


def test_that_a_link_and_the_permissions_of_the_old_file_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "a.txt", tmp_path / "link.txt"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    with atomic_write(link) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_that_json_is_pure_ascii_and_refuses_nan(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    write_json(target, {"name": "Äpfel"})
    assert target.read_bytes() == b'{"name": "\\u00c4pfel"}\n'
    with pytest.raises(ValueError, match="JSON compliant"):
        write_json_lines(target, [{"score": float("nan")}])
    assert target.read_bytes() == b'{"name": "\\u00c4pfel"}\n'
