"""Makes docs/screenshots from the real window on the sample: `python packaging/screenshots.py [FOLDER] [--only VIEW]`.

Each main view in the light and the dark theme, at a scale of 2 (`NAME-THEME.png`) and of 1 (`NAME-THEME-1x.png`). Qt
reads the scale when it starts, so each theme and scale is a process of its own. Needs no display. Settings and projects
live in a temporary folder.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from wsl_annotator.core.class_colors import class_color  # noqa: E402

THEMES = ("light", "dark")
SCALES = (1, 2)
README_NAMES = {"search.png": "search-light.png"}
"""Names that pages elsewhere show, and the picture that each is a copy of."""
COLORS, FLAT_COLORS, CLASSES = 208, 104, 8
AT_ONCE = 2
PROCESS_WAIT_S = 600


def file_name(view: str, theme: str, scale: int) -> str:
    """Return the file of a picture: the sharp one has the plain name."""
    return f"{view}-{theme}.png" if scale == 2 else f"{view}-{theme}-{scale}x.png"


def shrink(path: Path) -> None:
    """Store a picture with a palette of its own: the window's colours as they are, a photo's as near as it goes."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    pixels = np.asarray(picture).reshape(-1, 3)
    codes = pixels.astype(np.uint32) @ np.array([65536, 256, 1], dtype=np.uint32)
    colors, counts = np.unique(codes, return_counts=True)
    if len(colors) > COLORS:
        most = colors[np.argsort(-counts)].tolist()
        always = [int(class_color(index)[1:], 16) for index in range(CLASSES)]
        flat = np.array(list(dict.fromkeys([*always, *most]))[:FLAT_COLORS])
        others = pixels[~np.isin(codes, flat)]
        rows = Image.fromarray(others[: len(others) // 256 * 256].reshape(-1, 256, 3))
        photo = rows.quantize(COLORS - FLAT_COLORS, method=Image.Quantize.MEDIANCUT, kmeans=1).getpalette() or []
        palette = [part for color in flat.tolist() for part in (color >> 16, color >> 8 & 255, color & 255)]
        pattern = Image.new("P", (1, 1))
        pattern.putpalette(palette + photo[: 3 * (COLORS - FLAT_COLORS)])
        picture = picture.quantize(palette=pattern, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)


def screen_file(folder: Path, *, scale: int) -> Path:
    """Write what Qt's offscreen platform takes as its screen, whose own is too small for the widest sheet."""
    path = folder / "screen.json"
    screen = {"name": "wide", "x": 0, "y": 0, "width": 2560 * scale, "height": 1600 * scale, "dpr": 1}
    path.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}), encoding="utf-8")
    return path


def take(theme: str, scale: int, *, sample: Path, folder: Path, words: list[str]) -> list[Path]:
    """Make the pictures of one theme and scale in a process of their own; return their paths."""
    with tempfile.TemporaryDirectory(prefix="wsl-annotator-screenshots-") as name:
        work = Path(name)
        shutil.copytree(sample, work / "sample")
        environment = os.environ | {
            "QT_SCALE_FACTOR": str(scale),
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen_file(work, scale=scale)}",
            "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
            **{f"XDG_{kind}_HOME": str(work / kind) for kind in ("CACHE", "CONFIG", "DATA", "STATE")},
        }
        program = Path(__file__).with_name("screenshot_views.py")
        command = [sys.executable, str(program), theme, str(work), *words]
        subprocess.run(command, env=environment, check=True, timeout=PROCESS_WAIT_S)
        written = []
        for made in sorted((work / "pictures").glob("*.png")):
            path = folder / file_name(made.stem, theme, scale)
            shutil.move(made, path)
            shrink(path)
            written.append(path)
    return written


def search_strip(target: Path) -> Path:
    """Write the levels of one exact search on a sample scene, side by side; return its path."""
    from wsl_annotator.core.config import PAPER
    from wsl_annotator.core.paths import resource
    from wsl_annotator.workflow.engine import EngineOptions, open_engine
    from wsl_annotator.workflow.inspect import inspect_image, write_strip

    engine = open_engine(EngineOptions(localizer=PAPER))
    write_strip(inspect_image(resource("sample", "images", "scene_09.jpg"), "pear", engine), target)
    shrink(target)
    return target


def main() -> int:
    """Write the pictures and say how large they are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--only", action="append", default=[], metavar="VIEW", help="this view alone; may be repeated")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--scale", choices=SCALES, type=int, action="append")
    given = parser.parse_args()
    # Two windows at once on one screen would take the focus from each other.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from screenshot_project import prepare

    began = time.monotonic()
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="wsl-annotator-screenshots-") as name:
        sample = Path(name) / "sample"
        showcase = prepare(sample)
        words = [str(showcase.image_id), showcase.key, *given.only]
        variants = [(theme, scale) for theme in given.theme or THEMES for scale in given.scale or SCALES]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            runs = [
                pool.submit(take, theme, scale, sample=sample, folder=given.folder, words=words)
                for theme, scale in variants
            ]
            written = [path for run in runs for path in run.result()]
    if not given.only:
        written.append(search_strip(given.folder / "strip.png"))
        for copy, source in README_NAMES.items():
            if (given.folder / source).is_file():
                written.append(Path(shutil.copyfile(given.folder / source, given.folder / copy)))
    for path in written:
        print(f"{path.stat().st_size / 1000:7.0f} kB  {path}")
    total = sum(path.stat().st_size for path in written) / 1e6
    print(f"{len(written)} pictures, {total:.1f} MB, in {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
