"""Build the wheel, install it in a clean environment away from the checkout, and run the headless demo there.

The clean environment sees the libraries of the environment that runs this script (torch is 3 GB) through a `.pth`
file; the package itself comes from the wheel alone, and the wheel's own requirements are checked against what is
installed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CHECK = """
import importlib.metadata as metadata
from pathlib import Path
from packaging.requirements import Requirement
import wsl_annotator
from wsl_annotator.core.paths import resources_dir
here = Path(wsl_annotator.__file__).resolve()
assert here.is_relative_to(Path({clean!r}).resolve()), f"imported from {{here}}, not from the wheel"
assert resources_dir().is_relative_to(here.parent), f"resources come from {{resources_dir()}}"
for text in metadata.requires("wsl-annotator"):
    wanted = Requirement(text)
    if wanted.marker is None or wanted.marker.evaluate({{"extra": ""}}):
        have = metadata.version(wanted.name)
        assert wanted.specifier.contains(have), f"{{wanted}} but {{have}} is installed"
print("wheel", wsl_annotator.__version__, "imported from", here.parent)
"""


def run(*command: str | Path, cwd: Path) -> None:
    """Run a command without the checkout in sight; raise where it fails."""
    environment = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "DISPLAY"}}
    print("+", *command, flush=True)
    subprocess.run([str(part) for part in command], cwd=cwd, env=environment, check=True)


def main() -> None:
    """Build, install, import, run; any failure raises."""
    with tempfile.TemporaryDirectory(prefix="wsl-smoke-") as folder:
        work = Path(folder)
        clean = work / "clean"
        run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", work / "dist", ROOT, cwd=work)
        wheel = next((work / "dist").glob("*.whl"))
        run(sys.executable, "-m", "venv", clean, cwd=work)
        python = clean / "bin" / "python"
        run(python, "-m", "pip", "install", "--quiet", "--no-deps", wheel, cwd=work)
        site = next((clean / "lib").glob("python*/site-packages"))
        (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
        run(python, "-c", CHECK.format(clean=str(clean)), cwd=work)
        out = work / "demo"
        run(clean / "bin" / "wsl-annotator", "demo", "--headless", "--out", out, cwd=work)
        coco = json.loads(next(out.rglob("*coco*.json")).read_text(encoding="utf-8"))
        overlays = list(out.rglob("overlays/*"))
        xml = list(out.rglob("*.xml"))
        if not (coco["annotations"] and overlays and xml):
            raise SystemExit(f"The demo of the wheel wrote too little below {out}.")
        print(f"wheel smoke: {len(coco['annotations'])} COCO boxes, {len(xml)} VOC files, {len(overlays)} overlays")


if __name__ == "__main__":
    main()
