"""Is everything here that a run needs? One line a question, with the remedy."""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import importlib.metadata
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from wsl_annotator import __version__
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import WslError
from wsl_annotator.core.paths import cache_dir, data_dir, log_dir, resource
from wsl_annotator.core.words import counted
from wsl_annotator.workflow.findings import Finding, Verdict

MINIMUM_PYTHON = (3, 11)

# library file -> Debian package; Qt's offscreen platform needs the first group, a display the second too.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
XCB_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM")


def examine(
    project: Path | None = None,
    *,
    on_finding: Callable[[Finding], None] | None = None,
    cancel: CancelToken | None = None,
) -> list[Finding]:
    """Look at the installation, and at a project if one is given; nothing is changed.

    Args:
        project: a project file to check too.
        on_finding: told of each finding as it comes.
        cancel: checked between the questions.

    Raises:
        Cancelled: the token was set.
    """
    token = cancel or CancelToken()
    findings: list[Finding] = []
    for finding in _all_findings(project):
        token.raise_if_cancelled()
        findings.append(finding)
        if on_finding is not None:
            on_finding(finding)
    return findings


def _all_findings(project: Path | None) -> Iterator[Finding]:
    yield _python()
    yield from _torch()
    yield from _opencv()
    yield _qt_package()
    yield from _qt_environment()
    yield from _system_libraries()
    yield from _folders()
    yield _sample()
    yield _bundled_network()
    if project is not None:
        yield from _project(project)


def _python() -> Finding:
    text = f"Python {platform.python_version()} at {sys.executable}, wsl-annotator {__version__}"
    if sys.version_info[:2] < MINIMUM_PYTHON:
        return Finding(
            check="python", verdict=Verdict.FAIL, text=text, remedy="Install Python 3.11 or newer and install again."
        )
    return Finding(check="python", verdict=Verdict.OK, text=text)


def _torch() -> Iterator[Finding]:
    pair = "Install the two as a pair: pip install -c constraints.txt torch torchvision."
    try:
        import torch
        import torchvision
    except (ImportError, OSError, RuntimeError) as error:
        yield Finding(check="torch", verdict=Verdict.FAIL, text=f"cannot be imported: {error}", remedy=pair)
        return
    versions = f"torch {torch.__version__} with torchvision {torchvision.__version__}"
    try:
        boxes = torch.tensor([[0.0, 0.0, 10.0, 10.0], [1.0, 1.0, 10.0, 10.0], [20.0, 20.0, 30.0, 30.0]])
        kept = torchvision.ops.nms(boxes, torch.tensor([0.9, 0.8, 0.7]), 0.5).tolist()
    except (RuntimeError, NotImplementedError) as error:
        yield Finding(check="torch", verdict=Verdict.FAIL, text=f"{versions}: nms fails ({error})", remedy=pair)
        return
    if kept != [0, 2]:
        yield Finding(check="torch", verdict=Verdict.FAIL, text=f"{versions}: nms keeps {kept}", remedy=pair)
        return
    yield Finding(
        check="torch", verdict=Verdict.OK, text=f"{versions}, nms runs, {torch.get_num_threads()} CPU threads"
    )
    devices = [f"cuda:{index} {torch.cuda.get_device_name(index)}" for index in range(torch.cuda.device_count())]
    text = ", ".join(devices) if devices else "no CUDA device, the search runs on the CPU"
    yield Finding(check="devices", verdict=Verdict.OK, text=text)


def _installed(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _opencv() -> Iterator[Finding]:
    wheels = {
        name: version
        for name in (
            "opencv-python-headless",
            "opencv-python",
            "opencv-contrib-python",
            "opencv-contrib-python-headless",
        )
        if (version := _installed(name)) is not None
    }
    text = ", ".join(f"{name} {version}" for name, version in wheels.items())
    with_qt = [name for name in wheels if not name.endswith("headless")]
    if with_qt:
        yield Finding(
            check="opencv",
            verdict=Verdict.WARN,
            text=f"{text}: {with_qt[0]} brings its own Qt 5, which can keep the window from opening",
            remedy=f"pip uninstall {' '.join(wheels)}; pip install opencv-python-headless",
        )
    else:
        yield Finding(check="opencv", verdict=Verdict.OK, text=text or "not installed, and not needed")


def _qt_package() -> Finding:
    version = _installed("PySide6-Essentials")
    if version is None:
        return Finding(
            check="qt",
            verdict=Verdict.FAIL,
            text="PySide6-Essentials is not installed, so there is no window",
            remedy="pip install PySide6-Essentials (commands without a window run all the same)",
        )
    return Finding(check="qt", verdict=Verdict.OK, text=f"PySide6-Essentials {version}")


def _qt_environment() -> Iterator[Finding]:
    for name in QT_VARIABLES:
        value = os.environ.get(name)
        if value is None:
            continue
        foreign = "cv2" in value or "PyQt5" in value
        yield Finding(
            check="qt",
            verdict=Verdict.WARN if foreign else Verdict.OK,
            text=f"{name}={value}",
            remedy=f"unset {name}: it points to another program's Qt" if foreign else "",
        )
    if sys.platform.startswith("linux") and not has_display():
        yield Finding(
            check="display",
            verdict=Verdict.WARN,
            text="neither DISPLAY nor WAYLAND_DISPLAY is set, so no window can open",
            remedy="Use the commands, or a desktop session, or xvfb-run.",
        )


def has_display() -> bool:
    """Return whether a window can be shown: on Linux a display must be named, elsewhere there always is one."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen" or not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _system_libraries() -> Iterator[Finding]:
    if not sys.platform.startswith("linux"):
        return
    groups = (
        ("system libraries", QT_LIBRARIES, Verdict.FAIL, "the window cannot open"),
        ("xcb libraries", XCB_LIBRARIES, Verdict.WARN, "the window cannot open on X11"),
    )
    for check, libraries, verdict, consequence in groups:
        missing = [name for name in libraries if not _can_load(name)]
        if missing:
            packages = " ".join(libraries[name] for name in missing)
            yield Finding(
                check=check,
                verdict=verdict,
                text=f"missing {', '.join(missing)}: {consequence}",
                remedy=f"apt-get install {packages}",
            )
        else:
            yield Finding(check=check, verdict=Verdict.OK, text=f"all {len(libraries)} are there")


def _can_load(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _folders() -> Iterator[Finding]:
    for check, folder in (("cache folder", cache_dir()), ("data folder", data_dir()), ("log folder", log_dir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"x" * 1024)
        except OSError as error:
            yield Finding(
                check=check,
                verdict=Verdict.WARN,
                text=f"{folder} cannot be written ({error.strerror})",
                remedy="Make the folder writable, or set XDG_CACHE_HOME, XDG_DATA_HOME and XDG_STATE_HOME.",
            )
        else:
            yield Finding(check=check, verdict=Verdict.OK, text=str(folder))


def _sample() -> Finding:
    try:
        folder = resource("sample")
        count = sum(1 for file in (folder / "images").glob("*") if file.is_file())
    except WslError as error:
        return Finding(check="sample", verdict=Verdict.FAIL, text=error.user_text, remedy=error.hint)
    if count == 0:
        return Finding(check="sample", verdict=Verdict.FAIL, text=f"{folder} holds no images", remedy="Install again.")
    return Finding(check="sample", verdict=Verdict.OK, text=f"{count} scenes at {folder}")


def _bundled_network() -> Finding:
    """Load the bundled network and compare its file with the checksum on its card."""
    try:
        weights = resource("networks", "bundled.safetensors")
        card = json.loads(resource("networks", "bundled.json").read_text(encoding="utf-8"))
        digest = hashlib.sha256(weights.read_bytes()).hexdigest()
        expected = _expected_digest(card)
        if expected and digest != expected:
            return Finding(
                check="bundled network",
                verdict=Verdict.FAIL,
                text=f"{weights} is damaged: its SHA-256 is {digest[:12]}, not {expected[:12]}",
                remedy="Install WSL Annotator again.",
            )
        from wsl_annotator.networks.catalog import open_network
        from wsl_annotator.networks.spec import NetworkSpec

        network = open_network(NetworkSpec(), device="cpu")
    except (WslError, OSError, ValueError, ImportError) as error:
        return Finding(
            check="bundled network",
            verdict=Verdict.FAIL,
            text=f"cannot be opened: {error}",
            remedy="Install WSL Annotator again.",
        )
    known = "checksum fits" if expected else "its card gives no checksum"
    return Finding(
        check="bundled network",
        verdict=Verdict.OK,
        text=f"opens, {known}, knows {', '.join(network.class_names)}",
    )


def _expected_digest(card: object) -> str:
    if not isinstance(card, dict):
        return ""
    return str(card.get("sha256", ""))


def _project(path: Path) -> Iterator[Finding]:
    from wsl_annotator.store.project import Project

    try:
        with Project.open(path, read_only=True) as project:
            problems = project.integrity()
            images = project.images()
            missing = [record.path for record in images if not (project.image_root / record.path).is_file()]
            root = project.image_root
            holder = project.holder
    except WslError as error:
        yield Finding(check="project", verdict=Verdict.FAIL, text=error.user_text, remedy=error.hint)
        return
    for problem in problems:
        yield Finding(
            check="project", verdict=Verdict.FAIL, text=problem, remedy="Restore a backup copy, or search again."
        )
    if not problems:
        opened = f", open for editing in {holder}" if holder else ""
        yield Finding(
            check="project",
            verdict=Verdict.OK,
            text=f"{path} is sound, {counted(len(images), 'image', 'images')}{opened}",
        )
    if missing:
        yield Finding(
            check="project images",
            verdict=Verdict.WARN,
            text=f"{len(missing)} of {len(images)} images are not in {root}, such as {missing[0]}",
            remedy="Put them back, or choose their new folder in the window.",
        )
    elif images:
        yield Finding(check="project images", verdict=Verdict.OK, text=f"all are in {root}")
