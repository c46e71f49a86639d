"""Search traces and heat maps as compact bytes and back, bit for bit.

A blob is two letters for the kind, one byte for the format's version, the length of the content (uint32), and the
zlib-compressed content. Numbers are little-endian. Box edges and heats repeat a lot, so that floats are stored as a
table of their distinct bit patterns and an index into it, byte planes together.
"""

from __future__ import annotations

import struct
import zlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.localization import HeatMap, SearchTrace

VERSION = 1
_TRACE = b"WT"
_HEAT = b"WH"
_LIMIT_BYTES = 1 << 29
_LEVEL = 6


class CodecError(ValueError):
    """A blob is not what this version writes."""


def encode_trace(trace: SearchTrace) -> bytes:
    """Return a trace as bytes."""
    kept = np.packbits(trace.kept.astype(np.bool_))
    return _seal(
        _TRACE,
        struct.pack("<I", len(trace)),
        trace.level.astype(np.uint8).tobytes(),
        _planes(trace.parent.astype("<i4")),
        trace.child.astype(np.uint8).tobytes(),
        kept.tobytes(),
        _pack_floats(trace.boxes),
        _pack_floats(trace.score),
    )


def decode_trace(blob: bytes) -> SearchTrace:
    """Return the trace that `encode_trace` wrote.

    Raises:
        CodecError: the blob is damaged or of another version.
    """
    reader = _Reader(_unseal(_TRACE, blob))
    rows = reader.count()
    try:
        trace = SearchTrace(
            level=reader.plain(np.dtype(np.uint8), rows),
            parent=reader.shuffled(np.dtype("<i4"), rows).astype(np.int32),
            child=reader.plain(np.dtype(np.uint8), rows),
            kept=np.unpackbits(reader.plain(np.dtype(np.uint8), (rows + 7) // 8), count=rows).astype(np.bool_),
            boxes=reader.floats().reshape(rows, 4),
            score=reader.floats(),
        )
    except ValueError as error:
        raise CodecError(str(error)) from error
    reader.end()
    return trace


def encode_heat(heat: HeatMap) -> bytes:
    """Return a heat map as bytes."""
    return _seal(_HEAT, _pack_floats(heat.x_edges), _pack_floats(heat.y_edges), _pack_floats(heat.values))


def decode_heat(blob: bytes) -> HeatMap:
    """Return the heat map that `encode_heat` wrote.

    Raises:
        CodecError: the blob is damaged or of another version.
    """
    reader = _Reader(_unseal(_HEAT, blob))
    x_edges, y_edges = reader.floats(), reader.floats()
    try:
        heat = HeatMap(
            x_edges=x_edges, y_edges=y_edges, values=reader.floats().reshape(len(y_edges) - 1, len(x_edges) - 1)
        )
    except ValueError as error:
        raise CodecError(str(error)) from error
    reader.end()
    return heat


def _seal(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    if len(content) > _LIMIT_BYTES:
        raise CodecError(f"{len(content)} bytes are more than a blob may hold")
    return kind + struct.pack("<BI", VERSION, len(content)) + zlib.compress(content, _LEVEL)


def _unseal(kind: bytes, blob: bytes) -> bytes:
    if len(blob) < 7 or blob[:2] != kind:
        raise CodecError("the blob does not start as it should")
    version, length = struct.unpack_from("<BI", blob, 2)
    if version != VERSION:
        raise CodecError(f"the blob is of version {version}, this program knows {VERSION}")
    if length > _LIMIT_BYTES:
        raise CodecError(f"{length} bytes are more than a blob may hold")
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(blob[7:], length + 1)
    except zlib.error as error:
        raise CodecError(str(error)) from error
    if len(content) != length or not unpacker.eof:
        raise CodecError("the blob is cut off or longer than it says")
    return content


def _planes(array: NDArray[Any]) -> bytes:
    """Return an array's bytes, all first bytes before all second ones: equal bytes side by side compress better."""
    flat = np.ascontiguousarray(array).reshape(-1)
    return flat.view(np.uint8).reshape(-1, flat.itemsize).T.tobytes()


def _pack_floats(array: NDArray[np.float64]) -> bytes:
    bits = np.ascontiguousarray(array, dtype="<f8").reshape(-1).view("<u8")
    table, index = np.unique(bits, return_inverse=True)
    width = _index_dtype(len(table))
    return struct.pack("<II", len(bits), len(table)) + _planes(table) + _planes(index.reshape(-1).astype(width))


def _index_dtype(distinct: int) -> np.dtype[Any]:
    return np.dtype("<u1" if distinct <= 1 << 8 else "<u2" if distinct <= 1 << 16 else "<u4")


class _Reader:
    """Takes arrays off the front of a blob's content."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def _take(self, length: int) -> bytes:
        part = self._content[self._at : self._at + length]
        if len(part) != length:
            raise CodecError("the blob is cut off")
        self._at += length
        return part

    def count(self) -> int:
        return int(struct.unpack("<I", self._take(4))[0])

    def plain(self, dtype: np.dtype[Any], length: int) -> NDArray[Any]:
        return np.frombuffer(self._take(length * dtype.itemsize), dtype=dtype).copy()

    def shuffled(self, dtype: np.dtype[Any], length: int) -> NDArray[Any]:
        planes = np.frombuffer(self._take(length * dtype.itemsize), dtype=np.uint8)
        return np.ascontiguousarray(planes.reshape(dtype.itemsize, length).T).view(dtype).reshape(length)

    def floats(self) -> NDArray[np.float64]:
        length, distinct = self.count(), self.count()
        table = self.shuffled(np.dtype("<u8"), distinct)
        index = self.shuffled(_index_dtype(distinct), length)
        if length and (distinct == 0 or int(index.max()) >= distinct):
            raise CodecError("an index points beyond its table")
        values: NDArray[np.float64] = table[index].view("<f8").astype(np.float64)
        return values

    def end(self) -> None:
        if self._at != len(self._content):
            raise CodecError("the blob holds more than it should")
