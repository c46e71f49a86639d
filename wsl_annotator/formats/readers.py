"""Bytes -> text -> JSON or XML, each failure one sentence that names the file and the place."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree
from defusedxml import DefusedXmlException

from wsl_annotator.core.errors import FormatError

MAX_BYTES = 2_000_000_000
"""Larger files are refused before they are read."""


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes.

    Raises:
        FormatError: it is missing, a folder, empty, too large or not readable.
    """
    try:
        size = path.stat().st_size
        if path.is_file() and size > MAX_BYTES:
            raise FormatError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB.", "Split it into several files.")
        content = path.read_bytes()
    except OSError as error:
        raise FormatError(
            f"{path} could not be read: {(error.strerror or 'unknown cause').lower()}.",
            "Check the path and your permission to read it.",
        ) from error
    if not content.strip():
        raise FormatError(f"{path} is empty.", "Export it again from the program it came from.")
    return content


def read_text(path: Path) -> str:
    """Return a text file's content, without a byte-order mark.

    Raises:
        FormatError: see `read_bytes`; or it is not UTF-8, then with the line of the first wrong byte.
    """
    content = read_bytes(path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FormatError(f"{path}, line {line}, is not UTF-8 text.", "Save the file as UTF-8.") from error


def read_json(path: Path, *, non_finite: list[str] | None = None) -> Any:
    """Return a JSON file's value.

    Args:
        path: the file.
        non_finite: where a list is given, NaN, infinities and numbers beyond a float become null and are added to
            it as they stand in the file; else they are an error.

    Raises:
        FormatError: see `read_text`; or it is not JSON, then with line and column.
    """

    def not_finite(name: str) -> None:
        if non_finite is None:
            raise ValueError(f"the number {name[:40]} is not finite")
        non_finite.append(name[:40])

    def finite(text: str) -> float | None:
        value = float(text)
        if math.isfinite(value):
            return value
        not_finite(text)
        return None

    text = read_text(path)
    try:
        return json.loads(text, parse_constant=not_finite, parse_float=finite)
    except json.JSONDecodeError as error:
        raise FormatError(
            f"{path} is not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}.",
            "It may be cut off: export it again.",
        ) from error
    except ValueError as error:
        raise FormatError(f"{path} is not valid JSON: {error}.", "Export it again.") from error
    except RecursionError as error:
        raise FormatError(f"{path} is nested too deeply to be read.", "Export it again.") from error


def read_xml(path: Path, *, root: str) -> Element:
    """Return an XML file's root element; entities and outside references are refused.

    Args:
        path: the file.
        root: name that the root element must have.

    Raises:
        FormatError: see `read_bytes`; or it is not XML, uses entities, or has another root.
    """
    content = read_bytes(path)
    try:
        element: Element = defusedxml.ElementTree.fromstring(content)
    except ParseError as error:
        line, column = error.position
        reason = str(error).split(":")[0]
        raise FormatError(
            f"{path} is not valid XML: {reason} at line {line}, column {column + 1}.",
            "It may be cut off: export it again.",
        ) from error
    except DefusedXmlException as error:
        raise FormatError(
            f"{path} declares XML entities, which are refused because they can be used to attack a reader.",
            "Export it again without a DOCTYPE.",
        ) from error
    except (ValueError, LookupError) as error:
        raise FormatError(f"{path} is in an encoding that is not supported.", "Save the file as UTF-8.") from error
    if element.tag != root:
        raise FormatError(f"{path} is not a VOC annotation: its root is <{element.tag}>, not <{root}>.")
    return element
