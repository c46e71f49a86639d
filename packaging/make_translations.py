"""Makes resources/i18n from the source: `python packaging/make_translations.py`.

English needs no translation but for plurals ("%n box(es)" becomes "1 box" and "2 boxes"): the script collects them with
Qt's lupdate, writes both forms, and compiles them with lrelease.
"""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"


def plural_forms(source: str) -> tuple[str, str]:
    """Return singular and plural of a text in which `(s)` or `(es)` marks the plural ending."""
    return re.sub(r"\((e?s)\)", "", source), re.sub(r"\((e?s)\)", r"\1", source)


def fill(path: Path) -> int:
    """Write the English forms of every plural text into a .ts file; return how many there are."""
    tree = ET.parse(path)
    count = 0
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            source = message.findtext("source", "")
            if message.get("numerus") != "yes" or translation is None:
                continue
            translation.clear()
            for form in plural_forms(source):
                ET.SubElement(translation, "numerusform").text = form
            count += 1
    tree.write(path, encoding="utf-8", xml_declaration=True)
    return count


def main() -> int:
    """Collect, fill, compile."""
    I18N.mkdir(parents=True, exist_ok=True)
    bin_folder = Path(sys.executable).parent
    ts = I18N / "wsl_annotator_en.ts"
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "wsl_annotator" / "gui").rglob("*.py"))
    lupdate = [bin_folder / "pyside6-lupdate", *sources, "-pluralonly", "-no-obsolete", "-locations", "none"]
    subprocess.run([*lupdate, "-source-language", "en", "-target-language", "en", "-ts", ts], cwd=ROOT, check=True)
    count = fill(ts)
    subprocess.run([bin_folder / "pyside6-lrelease", "-silent", ts, "-qm", ts.with_suffix(".qm")], cwd=ROOT, check=True)
    print(f"{count} plural texts in {ts.with_suffix('.qm')}")
    return 0 if count else 1


if __name__ == "__main__":
    raise SystemExit(main())
