"""Network shares, as far as they can be had on one machine: their names, places without locks, places without a log."""

from __future__ import annotations

import errno
import fcntl
import sqlite3
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from tests.unit.store.samples import box, image, make_project, save
from wsl_annotator.core.errors import StoreError
from wsl_annotator.store import connection, places
from wsl_annotator.store.edits import PutBoxes
from wsl_annotator.store.failures import store_error
from wsl_annotator.store.places import is_network_place, sqlite_uri
from wsl_annotator.store.project import Project


def journal(project: Project) -> str:
    return str(project._database.row("PRAGMA journal_mode")[0])


def mount(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, point: Path) -> None:
    """Let a folder be a mount of some kind."""
    text = f"22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n90 22 0:50 / {point} rw shared:7 - {kind} nas:/x rw\n"
    (tmp_path / "mountinfo").write_text(text.replace(str(point), str(point).replace(" ", "\\040")))
    monkeypatch.setattr(places, "MOUNTS", tmp_path / "mountinfo")


# names


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath(r"\\nas\photos\my dogs.wsl"), "file:////nas/photos/my%20dogs.wsl?mode=rw"),
        (PureWindowsPath(r"C:\photos\a.wsl"), "file:/C%3A/photos/a.wsl?mode=rw"),
        (PurePosixPath("/mnt/nas/a?b#c%.wsl"), "file:/mnt/nas/a%3Fb%23c%25.wsl?mode=rw"),
    ],
)
def test_that_sqlite_is_given_a_share_a_drive_and_a_mount_by_their_right_names(path: object, uri: str) -> None:
    assert sqlite_uri(path, "mode=rw") == uri


def test_that_a_name_with_two_slashes_opens_the_file_it_means(tmp_path: Path) -> None:
    # What a share of Windows looks like to SQLite; on Linux both slashes mean the root.
    path = Path(f"/{tmp_path}/work.wsl")
    assert str(path).startswith("//")
    with Project.create(path, image_root=tmp_path, classes=["dog"]) as project:
        project.add_images([image("a.jpg")])
    with Project.open(tmp_path / "work.wsl", read_only=True) as project:
        assert [record.path for record in project.images()] == ["a.jpg"]


@pytest.mark.parametrize(
    ("name", "network"),
    [
        (r"\\nas\photos\a.wsl", True),
        ("//nas/photos/a.wsl", True),
        (r"\\?\UNC\nas\photos\a.wsl", True),
        (r"\\?\C:\photos\a.wsl", False),
        (r"C:\photos\a.wsl", False),
    ],
)
def test_that_a_share_of_windows_is_known_by_its_name(name: str, network: bool) -> None:
    assert is_network_place(PureWindowsPath(name)) is network


@pytest.mark.parametrize(("kind", "network"), [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("xfs", False)])
def test_that_a_mount_is_known_by_the_kind_of_its_file_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, network: bool
) -> None:
    mount(monkeypatch, tmp_path, kind, Path("/mnt/my nas"))
    assert is_network_place(PurePosixPath("/mnt/my nas/photos/a.wsl")) is network
    assert is_network_place(PurePosixPath("/mnt/my nas 2/a.wsl")) is False


def test_that_a_system_that_does_not_tell_its_mounts_has_local_disks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(places, "MOUNTS", tmp_path / "nothing")
    assert not is_network_place(tmp_path / "a.wsl")


# locks


@pytest.mark.parametrize("reason", [errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP])
def test_that_a_place_without_locks_is_read_only_and_the_sentence_says_the_remedy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reason: int
) -> None:
    make_project(tmp_path).close()
    content = (tmp_path / "work.wsl").read_bytes()

    def no_lock(*_: object) -> None:
        raise OSError(reason, "no locks here")

    monkeypatch.setattr(fcntl, "flock", no_lock)
    with pytest.raises(StoreError, match="copy it to a disk of this computer") as told:
        Project.open(tmp_path / "work.wsl")
    assert "work.wsl" in told.value.user_text
    assert "network shares" in told.value.user_text
    with Project.open(tmp_path / "work.wsl", read_only=True) as project:
        assert project.holder == ""
        assert len(project.images()) == 3
    assert (tmp_path / "work.wsl").read_bytes() == content
    monkeypatch.undo()
    # Nothing was left that keeps others out.
    Project.open(tmp_path / "work.wsl").close()


def test_that_a_lock_that_sqlite_does_not_get_from_the_place_is_told_with_its_remedy(tmp_path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_LOCK"
    told = store_error(tmp_path / "work.wsl", error)
    assert "cannot be locked" in told.user_text
    assert "Copy it to a disk of this computer" in told.hint
    error.sqlite_errorname = "SQLITE_IOERR_WRITE"
    assert "cannot be locked" not in store_error(tmp_path / "work.wsl", error).user_text


# the write-ahead log


def add_twice(project: Project, other: Project) -> None:
    """Fail in the middle of a transaction, which the other handle does not see."""
    with project.bulk():
        project.add_images([image("new.jpg")])
        assert len(other.images()) == 3
        project.add_images([image("new.jpg")])


def edit_and_look(path: Path) -> None:
    """Edit through one handle while another one of the same program reads, and undo a part that fails."""
    with Project.open(path) as project, Project.open(path, lock=project.lock) as other:
        assert journal(project) == journal(other) == "delete"
        project.apply(PutBoxes((box(1),)))
        assert len(other.boxes(1)) == 1
        with pytest.raises(StoreError):
            add_twice(project, other)
        assert len(other.images()) == 3
    assert [one.name for one in path.parent.glob("work.wsl-*")] == []


def test_that_a_project_on_a_share_has_no_log_and_loses_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mount(monkeypatch, tmp_path, "nfs4", tmp_path / "share")
    (tmp_path / "share").mkdir()
    make_project(tmp_path / "share").close()
    edit_and_look(tmp_path / "share" / "work.wsl")


def test_that_a_local_project_has_a_log_and_leaves_it_when_moved_to_a_share(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with make_project(tmp_path) as project:
        save(project)
        assert journal(project) == "wal"
    mount(monkeypatch, tmp_path, "cifs", tmp_path)
    edit_and_look(tmp_path / "work.wsl")
    with Project.open(tmp_path / "work.wsl", read_only=True) as project:
        assert len(project.localizations(1)) == 1


def test_that_a_reader_who_uses_the_log_keeps_nobody_from_editing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make_project(tmp_path).close()
    with Project.open(tmp_path / "work.wsl", read_only=True) as reader:
        assert len(reader.images()) == 3
        mount(monkeypatch, tmp_path, "cifs", tmp_path)
        with Project.open(tmp_path / "work.wsl") as project:
            assert journal(project) == "wal"
            project.apply(PutBoxes((box(1),)))
        assert len(reader.boxes(1)) == 1


def test_that_a_place_that_shares_no_memory_opens_a_project_with_a_log_and_loses_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with make_project(tmp_path) as project:
        save(project)
    # SQLite's own file system layer without shared memory: it cannot use a write-ahead log, and says so by "delete".
    monkeypatch.setattr(connection, "sqlite_uri", lambda path, options: sqlite_uri(path, options + "&vfs=unix-none"))
    edit_and_look(tmp_path / "work.wsl")
    with Project.open(tmp_path / "work.wsl", read_only=True) as project:
        assert len(project.localizations(1)) == 1
        assert len(project.boxes(1)) == 1
