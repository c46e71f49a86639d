import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.store.samples import dump, make_project
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState, ClassRecord, ImageStatus, Origin
from wsl_annotator.store.edits import (
    Batch,
    DeleteBoxes,
    DeleteClass,
    Edit,
    PutBoxes,
    PutClass,
    SetLabel,
    SetStatus,
    SetThreshold,
)

box_ids = st.integers(1, 6)
image_ids = st.integers(1, 3)
class_ids = st.integers(1, 4)
scores = st.none() | st.floats(0, 1)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    left, top = draw(st.floats(0, 90)), draw(st.floats(0, 70))
    return Box(left, top, draw(st.floats(left + 1e-3, 100)), draw(st.floats(top + 1e-3, 80)))


origins = st.builds(
    Origin,
    source=st.sampled_from(["search", "drawn", "import:voc"]),
    localization_id=st.none() | st.integers(1, 10),
    proposed=st.none() | boxes(),
    score=scores,
    threshold=scores,
    model=st.text(max_size=4),
)
records = st.builds(
    BoxRecord,
    id=box_ids,
    image_id=image_ids,
    class_id=class_ids,
    box=boxes(),
    state=st.sampled_from([state for state in BoxState if state is not BoxState.PROPOSED]),
    origin=origins,
    attributes=st.dictionaries(st.text(max_size=4), json_values, max_size=3),
)
classes = st.builds(
    ClassRecord,
    id=class_ids,
    name=st.sampled_from(["dog", "cat", "bird", "Ä"]),
    color=st.just("#010203"),
    threshold=st.floats(0, 0.99),
    extra=st.dictionaries(st.text(max_size=4), json_values, max_size=2),
)
single_edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(PutBoxes, st.lists(records, max_size=4, unique_by=lambda record: record.id).map(tuple)),
    st.builds(DeleteBoxes, st.lists(box_ids, max_size=2, unique=True).map(tuple)),
    st.builds(SetLabel, image_id=image_ids, class_id=class_ids, state=st.sampled_from(LabelState)),
    st.builds(SetStatus, image_id=image_ids, status=st.sampled_from(ImageStatus)),
    st.builds(SetThreshold, class_id=class_ids, threshold=st.floats(0, 0.99)),
    st.builds(PutClass, classes),
    st.builds(DeleteClass, class_ids),
)
edits = st.recursive(single_edits, lambda inner: st.builds(Batch, st.lists(inner, max_size=3).map(tuple)), max_leaves=4)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(edits, min_size=1, max_size=10))
def test_that_inverses_in_reverse_order_restore_any_history(history: list[Edit]) -> None:
    with tempfile.TemporaryDirectory() as folder, make_project(Path(folder)) as project:
        states, inverses = [dump(project)], []
        for edit in history:
            try:
                inverses.append(project.apply(edit))
            except StoreError:
                assert dump(project) == states[-1], "a refused edit left a trace"
                continue
            states.append(dump(project))
        redone = []
        for inverse in reversed(inverses):
            assert dump(project) == states.pop()
            redone.append((project.apply(inverse), dump(project)))
        assert dump(project) == states[0]
        for redo, _ in reversed(redone):
            project.apply(redo)
        for inverse in reversed(inverses):
            project.apply(inverse)
        assert dump(project) == states[0]
        assert project.integrity() == []
