"""XML elements as JSON types and back, so that unknown elements can wait in the project file."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

MAX_DEPTH = 40
"""Elements nested deeper are refused."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal_text(text: str) -> bool:
    """Whether XML 1.0 can hold the text: no control characters, no lone surrogates."""
    return _ILLEGAL.search(text) is None


def element_to_value(element: ET.Element, *, depth: int = 0) -> dict[str, Any]:
    """Return an element as `{"tag", "attrib"?, "text"?, "children"?, "tail"?}`; blank text beside children is dropped.

    Raises:
        ValueError: nested deeper than `MAX_DEPTH`.
    """
    if depth > MAX_DEPTH:
        raise ValueError("elements are nested too deeply")
    value: dict[str, Any] = {"tag": str(element.tag)}
    if element.attrib:
        value["attrib"] = dict(element.attrib)
    children = [element_to_value(child, depth=depth + 1) for child in element]
    text = element.text or ""
    if text.strip() or (text and not children):
        value["text"] = text
    if children:
        value["children"] = children
    if depth and element.tail and element.tail.strip():
        value["tail"] = element.tail
    return value


def value_to_element(value: dict[str, Any]) -> ET.Element:
    """Return the element that `element_to_value` described.

    Raises:
        KeyError: the value has no tag.
    """
    element = ET.Element(value["tag"], dict(value.get("attrib", {})))
    element.text = value.get("text")
    element.tail = value.get("tail")
    element.extend(value_to_element(child) for child in value.get("children", ()))
    return element


def add_text(parent: ET.Element, tag: str, text: object) -> ET.Element:
    """Append `<tag>text</tag>` and return it."""
    child = ET.SubElement(parent, tag)
    child.text = str(text)
    return child


def document(root: ET.Element) -> str:
    """Return the document with a UTF-8 declaration, indented by tabs, lines ending in LF."""
    ET.indent(root, space="\t")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
