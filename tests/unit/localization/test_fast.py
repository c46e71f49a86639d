import numpy as np
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torchvision.ops import roi_align

from tests.helpers.toy_network import INPUT_SIZE, RED, color_network, dense_network
from tests.unit.localization.test_beam import painted
from tests.unit.localization.test_twin import noise
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST, BeamConfig, LocalizerConfig
from wsl_annotator.imaging.crops import crop_resize, to_tensor
from wsl_annotator.localization.classify import classify_image
from wsl_annotator.localization.localizer import make_localizer
from wsl_annotator.localization.roi import roi_axis_weights
from wsl_annotator.networks.heads import log_odds

SHARES = st.floats(0, 1, allow_subnormal=False)


@settings(max_examples=60, deadline=None)
@given(
    cells=st.tuples(st.integers(1, 15), st.integers(1, 15)),
    bins=st.integers(1, 8),
    edges=st.tuples(SHARES, SHARES, SHARES, SHARES),
)
def test_that_two_matrices_equal_roi_align(
    cells: tuple[int, int], bins: int, edges: tuple[float, float, float, float]
) -> None:
    rows, columns = cells
    x1, x2 = sorted(edges[:2])
    y1, y2 = sorted(edges[2:])
    box = np.array([x1 * columns, y1 * rows, max(x2, x1 + 1e-3) * columns, max(y2, y1 + 1e-3) * rows])
    box = np.minimum(box, [columns, rows, columns, rows])
    if box[0] >= box[2] or box[1] >= box[3]:
        return
    maps = torch.randn(1, 3, rows, columns, dtype=torch.float64, generator=torch.Generator().manual_seed(0))
    expected = roi_align(maps, [torch.from_numpy(box[None])], (bins, bins), sampling_ratio=2, aligned=True)[0]
    down = roi_axis_weights(low=box[[1]], high=box[[3]], cells=rows, bins=bins)[0]
    across = roi_axis_weights(low=box[[0]], high=box[[2]], cells=columns, bins=bins)[0]
    np.testing.assert_allclose(down @ maps[0].numpy() @ across.T, expected.numpy(), rtol=0, atol=1e-9)


def test_that_every_candidate_scores_what_roi_align_of_the_map_and_the_head_give() -> None:
    network = dense_network(seed=11)
    image = noise(11, width=70, height=48)
    (found,) = make_localizer(FAST, network).locate(image, [RED], width=70, height=48, cancel=CancelToken())
    trace = found.trace
    assert trace is not None
    assert trace.depth == 16
    whole = np.array([[0.0, 0.0, 70.0, 48.0]])
    maps = network.features(crop_resize(to_tensor(image, dtype=torch.float64), whole, 2 * INPUT_SIZE))
    assert maps.shape[-1] == 2 * network.grid
    regions = torch.from_numpy(trace.boxes[1:] / [70, 48, 70, 48] * maps.shape[-1])
    cut = roi_align(maps, [regions], network.grid, sampling_ratio=2, aligned=True)
    expected = log_odds(network.classify(cut), [RED], network.activation)[:, 0]
    np.testing.assert_allclose(trace.score[1:], expected.numpy(), rtol=0, atol=1e-9)


def test_that_the_fast_search_keeps_no_box_twice_in_a_level() -> None:
    image = painted(width=64, height=64, red=np.s_[32:, 32:])
    (found,) = make_localizer(FAST, color_network()).locate(image, [RED], width=64, height=64, cancel=CancelToken())
    assert found.trace is not None
    for level in range(1, 17):
        boxes = found.trace.boxes[found.trace.kept & (found.trace.level == level)]
        assert len(np.unique(boxes, axis=0)) == len(boxes) == min(8, 4 if level == 1 else 8)


def test_that_the_fast_search_finds_a_red_corner() -> None:
    image = painted(width=64, height=64, red=np.s_[40:, 40:])
    (found,) = make_localizer(FAST, color_network()).locate(image, [RED], width=64, height=64, cancel=CancelToken())
    assert found.point[0] >= 40
    assert found.point[1] >= 40


def test_that_the_class_score_is_that_of_the_whole_image_at_the_usual_size() -> None:
    network = dense_network(seed=12)
    image = noise(12, width=33, height=21)
    expected = classify_image(network, image, [RED])[0]
    for config in (FAST, LocalizerConfig(beam=BeamConfig(depth=1))):
        (found,) = make_localizer(config, network).locate(image, [RED], width=33, height=21, cancel=CancelToken())
        assert abs(found.class_score - expected) < 1e-12


def test_that_a_network_of_one_input_size_gets_its_usual_map_and_a_notice() -> None:
    network = dense_network(seed=13)
    features = network.module.features

    def strict(images: torch.Tensor) -> torch.Tensor:
        if images.shape[-1] != INPUT_SIZE:
            raise ValueError("16 pixels only")
        return features(images)

    network.module.features = strict  # type: ignore[assignment]
    notices: list[str] = []
    localizer = make_localizer(FAST, network, notice=notices.append)
    (found,) = localizer.locate(noise(13, width=40, height=40), [RED], width=40, height=40, cancel=CancelToken())
    assert len(notices) == 1
    assert "no larger input" in notices[0]
    assert found.trace is not None
    assert localizer.forward_passes == 2
