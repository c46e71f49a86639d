"""What a stored configuration means to a later version, and what identifies results."""

import dataclasses
import json

import pytest

from wsl_annotator.core.config import DEFAULT, FAST, PAPER, PRESETS, BeamConfig, LocalizerConfig

FIRST_RELEASE = json.dumps(
    {
        "localizer": "beam",
        "preset": "fast",
        "beam": {
            "recompute": "never",
            "beam_width": 8,
            "depth": 16,
            "dedupe": "exact",
            "align_corners": False,
            "map_scale": 2.0,
        },
        "heat": {"include_root": False, "level_weights": "equal", "value": "probability"},
        "scales": [1.0],
    }
)


def test_that_digests_of_the_first_release_stay_what_they_were() -> None:
    assert PAPER.digest == "409fe3f38bba3fad"
    assert LocalizerConfig.from_dict(json.loads(FIRST_RELEASE)).digest == "f459a8e668cd21c7"


def test_that_a_configuration_of_the_first_release_is_read_with_everything_newer_off() -> None:
    read = LocalizerConfig.from_dict(json.loads(FIRST_RELEASE))
    assert read.beam == BeamConfig(recompute="never", depth=16, dedupe="exact")
    assert (read.beam.beam_iou, read.beam.map_levels, read.beam.crop_beam_width) == (None, 0, None)


@pytest.mark.parametrize("name", PRESETS)
def test_that_json_keeps_every_setting(name: str) -> None:
    config = PRESETS[name]
    again = LocalizerConfig.from_dict(json.loads(json.dumps(config.to_dict())))
    assert again == config
    assert again.digest == config.digest
    assert config.preset == name


@pytest.mark.parametrize("change", [{"beam_iou": 0.9}, {"map_levels": 2}, {"crop_beam_width": 4}])
def test_that_every_setting_in_use_changes_the_digest(change: dict[str, float]) -> None:
    beam = dataclasses.replace(PAPER.beam, **change)  # type: ignore[arg-type]
    assert dataclasses.replace(PAPER, beam=beam).digest != PAPER.digest


def test_that_presets_have_digests_of_their_own_and_the_name_has_none() -> None:
    assert len({config.digest for config in PRESETS.values()}) == len(PRESETS)
    assert dataclasses.replace(DEFAULT, preset="custom").digest == DEFAULT.digest


def test_that_the_paper_has_everything_beyond_it_off() -> None:
    assert BeamConfig() == PAPER.beam
    assert [PAPER.beam.width_at(level) for level in (1, 10)] == [8, 8]


def test_that_crops_are_never_wider_than_the_beam() -> None:
    assert [DEFAULT.beam.width_at(level) for level in (1, 7, 8, 20)] == [8, 8, 4, 4]
    narrow = dataclasses.replace(DEFAULT.beam, beam_width=2)
    assert [narrow.width_at(level) for level in (1, 20)] == [2, 2]
    assert {FAST.beam.width_at(level) for level in range(1, 17)} == {8}
