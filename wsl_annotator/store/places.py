"""Where a project file lies: its name for SQLite, and whether other machines reach it too."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from urllib.parse import quote

MOUNTS = Path("/proc/self/mountinfo")
"""What is mounted where, on Linux; elsewhere there is no such file."""

_NETWORK = frozenset(
    ("9p", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs",
     "fuse.sshfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3", "smbfs")
)  # fmt: skip
_OCTAL = re.compile(r"\\([0-7]{3})")


def sqlite_uri(path: PurePath, options: str) -> str:
    """Return the URI by which SQLite opens a file.

    Args:
        path: absolute. A share of Windows (`//server/share/a.wsl`) keeps both slashes, behind an empty authority; with
            one of them it would be a folder of the present drive. A drive letter gets a slash before it.
        options: such as `mode=rw`.
    """
    name = path.as_posix()
    if name.startswith("//"):
        return f"file://{quote(name, errors='surrogateescape')}?{options}"
    return f"file:{quote('/' + name.lstrip('/'), errors='surrogateescape')}?{options}"


def is_network_place(path: PurePath) -> bool:
    """Return whether a file lies on a network share, as far as that can be told.

    A share of Windows is known by its name, a mount of Linux by the kind of its file system. A mapped drive letter, or
    a share of macOS, passes for a local disk.

    Args:
        path: absolute.
    """
    drive = path.drive.replace("/", "\\")
    if drive.startswith("\\\\"):
        return not drive.startswith("\\\\?\\") or drive.upper().startswith("\\\\?\\UNC")
    return _kind_of_mount(path) in _NETWORK


def _kind_of_mount(path: PurePath) -> str:
    """Return the kind of the file system that holds a path; empty where the system does not tell."""
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = -1, ""
    for line in lines:
        # "36 35 98:0 /root /mount/point options - type source options": the optional fields end at the hyphen.
        before, _, after = line.partition(" - ")
        fields, types = before.split(" "), after.split(" ")
        if len(fields) < 5 or not types[0]:
            continue
        point = PurePath(_OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4]))
        # Of mounts at one place the last one covers the others.
        if len(point.parts) >= best and path.is_relative_to(point):
            best, kind = len(point.parts), types[0]
    return kind
