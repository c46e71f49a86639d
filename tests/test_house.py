"""The house rules that a machine can check: floors, quiet imports, small files, resources in every kind of install."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "wsl_annotator"
SHOW = "from wsl_annotator.core.paths import resources_dir; print(resources_dir())"
LINES_MAX = 350
HEAVY = ("crops.py", "bench_reference.py")
"""Files that import torch, and are imported by others only inside functions."""


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )


def lint_imports(tree: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    environment = os.environ | {"PYTHONPATH": str(tree)}
    return run(program, "--no-cache", cwd=tree, env=environment)


@pytest.fixture
def copy_of_tree(tmp_path: Path) -> Path:
    tree = tmp_path / "tree"
    shutil.copytree(PACKAGE, tree / "wsl_annotator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tree / "pyproject.toml")
    return tree


def test_that_imports_go_down_the_floors() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("room", "line", "contract"),
    [
        ("core/boxes.py", "import wsl_annotator.store.edits", "Imports go down the floors BROKEN"),
        ("store/edits.py", "import wsl_annotator.formats.atomic", "Imports go down the floors BROKEN"),
        ("workflow/review.py", "import PySide6.QtCore", "Qt lives in gui alone BROKEN"),
        ("formats/atomic.py", "import torch", "No torch below the rooms that think BROKEN"),
        ("workflow/review.py", "import sqlite3", "SQLite is the store's BROKEN"),
    ],
)
def test_that_a_planted_violation_is_caught(copy_of_tree: Path, room: str, line: str, contract: str) -> None:
    planted = copy_of_tree / "wsl_annotator" / room
    planted.write_text(planted.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    result = lint_imports(copy_of_tree)
    assert result.returncode != 0
    assert contract in result.stdout


@pytest.mark.parametrize(
    ("modules", "forbidden"),
    [
        (("core", "store", "formats", "imaging", "evaluation"), ("torch", "PySide6", "cv2.qt")),
        (("workflow", "cli"), ("torch", "PySide6")),
        (("gui",), ("torch",)),
    ],
)
def test_that_importing_a_room_stays_quiet(modules: tuple[str, ...], forbidden: tuple[str, ...]) -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for module in modules
        for path in sorted((PACKAGE / module).rglob("*.py"))
        if path.name not in {"__init__.py", *HEAVY}
    ]
    code = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name)\n"
        f"print([name for name in {forbidden!r} if name in sys.modules])"
    )
    result = run(sys.executable, "-c", code)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "[]"


def test_that_a_file_holds_one_idea() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in PACKAGE.rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LINES_MAX
    }
    assert not long


def test_that_broad_excepts_stand_at_three_doors_only() -> None:
    broad = re.compile(r"except (Exception|BaseException)\b|except:")
    doors = [
        str(path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if broad.search(line)
    ]
    assert len(doors) <= 3, doors
    assert all(door.startswith(("gui/services/", "gui/app.py", "cli/main.py")) for door in doors), doors


def test_that_opencv_is_imported_in_one_module() -> None:
    importing = re.compile(r"^\s*(import cv2|from cv2)", re.MULTILINE)
    files = [
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        if importing.search(path.read_text(encoding="utf-8"))
    ]
    assert len(files) <= 1, files


def test_that_resources_are_found_in_a_checkout(tmp_path: Path) -> None:
    libraries = sysconfig.get_path("purelib")
    environment = {"PYTHONPATH": f"{ROOT}{os.pathsep}{libraries}", "HOME": str(tmp_path)}
    result = run(sys.executable, "-S", "-c", SHOW, cwd=tmp_path, env=environment)
    assert result.stdout.strip() == str(ROOT / "resources"), result.stderr


@pytest.fixture(scope="module")
def environment_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("environment")
    result = run(sys.executable, "-m", "venv", folder)
    assert result.returncode == 0, result.stderr
    site = next((folder / "lib").glob("python*/site-packages"))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin" / "python"


def pip_install(python: Path, *arguments: str | Path) -> None:
    result = run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", *arguments)
    assert result.returncode == 0, result.stderr


def test_that_resources_are_found_in_an_editable_install(environment_python: Path, tmp_path: Path) -> None:
    pip_install(environment_python, "--editable", ROOT)
    result = run(environment_python, "-c", SHOW, cwd=tmp_path)
    assert result.stdout.strip() == str(ROOT / "resources"), result.stderr


def test_that_resources_are_found_in_an_installed_wheel(environment_python: Path, tmp_path: Path) -> None:
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT, cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    pip_install(environment_python, "--force-reinstall", next(tmp_path.glob("*.whl")))
    result = run(environment_python, "-c", SHOW, cwd=tmp_path)
    found = Path(result.stdout.strip())
    assert found.is_relative_to(environment_python.parent.parent), result.stderr
    for part in ("icons", "sample", "networks", "class_maps"):
        assert any((found / part).iterdir()), f"{part} is not in the wheel"
