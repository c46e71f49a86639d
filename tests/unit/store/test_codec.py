import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.store.samples import heat, trace
from wsl_annotator.core.localization import HeatMap, SearchTrace
from wsl_annotator.store.codec import CodecError, decode_heat, decode_trace, encode_heat, encode_trace

COLUMNS = ("level", "parent", "child", "boxes", "score", "kept")
any_float = st.floats(width=64, allow_nan=True, allow_infinity=True)


def same_bits(one: np.ndarray, other: np.ndarray) -> bool:
    return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 300), st.integers(0, 2**32 - 1), st.lists(any_float, min_size=5, max_size=5))
def test_that_a_trace_comes_back_bit_for_bit(rows: int, seed: int, odd: list[float]) -> None:
    given_trace = trace(rows, seed=seed)
    given_trace.score[: min(rows, 5)] = odd[: min(rows, 5)]
    found = decode_trace(encode_trace(given_trace))
    for column in COLUMNS:
        assert same_bits(getattr(found, column), getattr(given_trace, column)), column


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.lists(any_float, min_size=1, max_size=30))
def test_that_a_heat_map_comes_back_bit_for_bit(columns: int, rows: int, values: list[float]) -> None:
    cells = np.resize(np.array(values), (rows, columns))
    given_heat = HeatMap(x_edges=np.arange(columns + 1) / 3, y_edges=np.arange(rows + 1) * 0.1, values=cells)
    found = decode_heat(encode_heat(given_heat))
    assert same_bits(found.x_edges, given_heat.x_edges)
    assert same_bits(found.y_edges, given_heat.y_edges)
    assert same_bits(found.values, given_heat.values)


def test_that_minus_zero_and_nan_payloads_keep_their_bits() -> None:
    odd = np.array([[-0.0, 0.0], [struct.unpack("<d", struct.pack("<Q", 0x7FF8DEADBEEF0001))[0], np.nan]])
    found = decode_heat(encode_heat(HeatMap(x_edges=np.arange(3.0), y_edges=np.arange(3.0), values=odd)))
    assert found.values.tobytes() == odd.tobytes()


def test_that_decoded_arrays_may_be_written_to() -> None:
    found = decode_heat(encode_heat(heat()))
    found.values[0, 0] = 7.0
    assert found.maximum == 7.0


def test_that_more_than_65536_distinct_values_are_kept() -> None:
    values = np.random.default_rng(0).random((300, 300))
    given_heat = HeatMap(x_edges=np.arange(301.0), y_edges=np.arange(301.0), values=values)
    assert same_bits(decode_heat(encode_heat(given_heat)).values, values)


def test_that_a_paper_sized_result_takes_a_few_tens_of_kilobytes() -> None:
    rng = np.random.default_rng(1)
    edges = np.sort(rng.random(155)) * 500
    boxes = np.sort(rng.integers(0, 155, (293, 2, 2)), axis=1)
    boxes[:, 1] = np.minimum(boxes[:, 1] + 1, 154)
    boxes[:, 0] = np.minimum(boxes[:, 0], boxes[:, 1] - 1)
    searched = trace(293)
    searched = SearchTrace(
        level=searched.level,
        parent=searched.parent,
        child=searched.child,
        boxes=edges[boxes].reshape(293, 4),
        score=searched.score,
        kept=searched.kept,
    )
    values = np.zeros((154, 154))
    for (low, high), weight in zip(boxes, rng.random(293), strict=True):
        values[low[1] : high[1], low[0] : high[0]] += weight
    pooled = HeatMap(x_edges=edges, y_edges=edges, values=values)
    assert len(encode_trace(searched)) < 6_000
    assert len(encode_heat(pooled)) < 90_000


@pytest.mark.parametrize("cut", [0, 3, 7, 20, -1])
def test_that_a_cut_off_blob_is_refused(cut: int) -> None:
    with pytest.raises(CodecError):
        decode_trace(encode_trace(trace())[:cut])
    with pytest.raises(CodecError):
        decode_heat(encode_heat(heat())[:cut])


def test_that_a_blob_of_a_later_version_is_refused() -> None:
    blob = bytearray(encode_heat(heat()))
    blob[2] = 9
    with pytest.raises(CodecError, match="version 9"):
        decode_heat(bytes(blob))


def test_that_a_trace_is_not_read_as_a_heat_map() -> None:
    with pytest.raises(CodecError):
        decode_heat(encode_trace(trace()))


def test_that_a_blob_that_unpacks_to_more_than_it_says_is_refused() -> None:
    bomb = b"WH" + struct.pack("<BI", 1, 100) + zlib.compress(bytes(50_000_000))
    with pytest.raises(CodecError, match="longer than it says"):
        decode_heat(bomb)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_that_a_damaged_content_never_raises_anything_but_a_codec_error(data: st.DataObject) -> None:
    blob = encode_trace(trace(20))
    content = bytearray(zlib.decompress(blob[7:]))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    damaged = blob[:3] + struct.pack("<I", len(content)) + zlib.compress(bytes(content))
    try:
        assert len(decode_trace(damaged)) > 0
    except CodecError:
        return
