import dataclasses
import json
import sqlite3

import numpy as np
import pytest

from tests.unit.store.samples import PROPOSALS, box, heat, judged_box, localization, save, trace
from wsl_annotator.core.config import FAST, PAPER
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.localization import Localization
from wsl_annotator.core.records import LocalizationKey
from wsl_annotator.store.edits import PutBoxes, PutClass
from wsl_annotator.store.project import Project

KEY = LocalizationKey(image_id=1, class_id=1, network_hash="n1", config_digest=FAST.digest)


def test_that_a_search_result_comes_back_bit_for_bit(project: Project) -> None:
    saved = save(project)
    found = project.localization(saved)
    assert found is not None
    given = localization()
    for column in ("level", "parent", "child", "boxes", "score", "kept"):
        assert getattr(found.localization.trace, column).tobytes() == getattr(given.trace, column).tobytes()
    for column in ("x_edges", "y_edges", "values"):
        assert getattr(found.localization.heat, column).tobytes() == getattr(given.heat, column).tobytes()
    for column in ("class_name", "class_score", "point", "batch_size", "padded_rows", "threads", "device"):
        assert getattr(found.localization, column) == getattr(given, column)
    assert (found.id, found.key, found.config, found.proposals) == (saved, KEY, FAST, PROPOSALS)
    assert (found.network_name, found.image_sha256, found.threshold) == ("toy", "s1", 0.5)
    assert found.created_at.endswith("+00:00")


def test_that_a_result_without_a_trace_is_kept_without_one(project: Project) -> None:
    plain = Localization(class_name="dog", class_score=-3.0, point=(1.0, 2.0), heat=heat(), trace=None)
    saved = project.save_localization(
        KEY, plain, image_sha256="", network_name="toy", config=PAPER, proposals=(), threshold=0.2
    )
    found = project.localization(saved)
    assert found is not None
    assert found.localization.trace is None
    assert found.proposals == ()
    assert found.config == PAPER


def test_that_a_search_is_known_by_its_key_and_the_images_hash(project: Project) -> None:
    save(project, sha256="s1")
    assert project.has_localization(KEY, "s1")
    assert not project.has_localization(KEY, "s2")
    for change in ({"image_id": 2}, {"class_id": 2}, {"network_hash": "n2"}, {"config_digest": "d"}):
        assert not project.has_localization(dataclasses.replace(KEY, **change), "s1")


def test_that_a_newer_search_of_one_key_replaces_the_older_under_a_new_id(project: Project) -> None:
    old = save(project, seed=1)
    new = save(project, seed=2)
    assert new > old
    assert project.localization(old) is None
    assert [found.id for found in project.localizations(1)] == [new]
    assert project._database.rows("SELECT DISTINCT localization_id FROM proposals") == [(new,)]


def test_that_every_run_of_a_class_is_kept_and_listed_newest_first(project: Project) -> None:
    first = save(project, network_hash="n1")
    second = save(project, network_hash="n2")
    save(project, class_id=2)
    save(project, image_id=2)
    assert [found.id for found in project.runs(1, 1)] == [second, first]
    again = save(project, network_hash="n1")
    assert [found.id for found in project.runs(1, 1)] == [again, second]
    assert project.runs(1, 3) == []


def test_that_the_newest_search_of_a_class_is_the_current_one(project: Project) -> None:
    first = save(project, network_hash="n1")
    second = save(project, network_hash="n2")
    cat = save(project, class_id=2)
    other = save(project, image_id=2)
    assert [found.id for found in project.localizations(1)] == [second, cat]
    again = save(project, network_hash="n1")
    assert [found.id for found in project.localizations(1)] == [again, cat]
    assert [found.id for found in project.all_localizations()] == [again, cat, other]
    assert project.localization(first) is None
    assert project.localization(second) is not None
    assert project.localizations(3) == []


def test_that_saving_a_search_never_touches_the_boxes_table(project: Project) -> None:
    project.apply(PutBoxes((judged_box(1), box(2, image_id=2))))
    touched: list[str] = []

    def watch(action: int, table: str | None, *_: str | None) -> int:
        if action in (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE):
            touched.append(str(table))
        return sqlite3.SQLITE_OK

    before = project._database.rows("SELECT * FROM boxes ORDER BY id")
    project._database.connection.set_authorizer(watch)
    saved = [save(project, seed=seed) for seed in range(3)]
    project._database.connection.set_authorizer(None)
    assert set(touched) <= {"localizations", "proposals", "sqlite_sequence"}
    assert len(saved) == 3
    assert project._database.rows("SELECT * FROM boxes ORDER BY id") == before


def test_that_a_judged_box_outlives_its_search(project: Project) -> None:
    saved = save(project)
    record = judged_box(1)
    record = dataclasses.replace(record, origin=dataclasses.replace(record.origin, localization_id=saved))
    project.apply(PutBoxes((record,)))
    save(project)
    assert project.localization(saved) is None
    assert project.boxes(1) == [record]


def test_that_a_renamed_class_names_its_searches(project: Project) -> None:
    save(project)
    project.apply(PutClass(dataclasses.replace(project.classes()[0], name="hound")))
    assert project.localizations(1)[0].localization.class_name == "hound"


@pytest.mark.parametrize("change", [{"class_score": np.nan}, {"class_score": np.inf}, {"point": (0.0, np.nan)}])
def test_that_numbers_that_are_not_finite_are_refused(project: Project, change: dict[str, object]) -> None:
    kept = save(project)
    with pytest.raises(StoreError, match="not finite"):
        project.save_localization(
            KEY,
            dataclasses.replace(localization(), **change),
            image_sha256="",
            network_name="",
            config=FAST,
            proposals=(),
            threshold=0.5,
        )
    assert [found.id for found in project.localizations(1)] == [kept]


def test_that_a_search_of_an_unknown_image_or_class_is_refused(project: Project) -> None:
    with pytest.raises(StoreError, match="row 9 of images"):
        save(project, image_id=9)
    with pytest.raises(StoreError, match="row 9 of classes"):
        save(project, class_id=9)


@pytest.mark.parametrize("damage", ["heat = x''", "trace = x'57540100000000'", "config = '{}'", "config = '['"])
def test_that_a_damaged_result_says_which_and_spares_the_rest(project: Project, damage: str) -> None:
    save(project)
    save(project, image_id=2)
    project.apply(PutBoxes((box(1),)))
    project._database.execute(f"UPDATE localizations SET {damage} WHERE image_id = 1")
    with pytest.raises(StoreError, match="damaged"):
        project.localizations(1)
    assert len(project.localizations(2)) == 1
    assert len(project.boxes(1)) == 1
    assert len(project.integrity()) == 1


def test_that_numpy_numbers_are_taken_as_plain_ones(project: Project) -> None:
    saved = project.save_localization(
        KEY,
        dataclasses.replace(
            localization(), class_score=np.float64(0.1), point=(np.float64(1.5), np.float64(2.5)), trace=trace(9)
        ),
        image_sha256="",
        network_name="",
        config=FAST,
        proposals=PROPOSALS,
        threshold=np.float64(0.25),
    )
    found = project.localization(saved)
    assert found is not None
    assert json.dumps([found.localization.class_score, *found.localization.point, found.threshold]) == (
        "[0.1, 1.5, 2.5, 0.25]"
    )


def test_that_an_abandoned_stream_outlives_its_project_quietly(project: Project) -> None:
    project.apply(PutBoxes((box(1), box(2))))
    stream = project.all_boxes()
    assert next(stream).id == 1
    project.close()
    del stream
