import numpy as np
import pytest
import torch

from tests.helpers.toy_network import GREEN, RED, RED_OR_GREEN, color_network, dense_network
from tests.unit.localization.test_beam import painted
from tests.unit.localization.test_twin import noise
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import ExtractConfig, LocalizerConfig
from wsl_annotator.core.errors import Cancelled, NetworkError
from wsl_annotator.core.localization import Localization
from wsl_annotator.localization.cam import CAM_CELLS
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.localization.grid import interpolation_matrix
from wsl_annotator.localization.localizer import make_localizer
from wsl_annotator.localization.names import MULTISCALE_SCALES

CORNER = painted(width=64, height=32, red=np.s_[16:, 32:])


def find(name: str, image: np.ndarray = CORNER) -> Localization:
    localizer = make_localizer(LocalizerConfig(localizer=name), color_network())
    height, width = image.shape[:2]
    (found,) = localizer.locate(image, [RED], width=width, height=height, cancel=CancelToken())
    return found


def test_that_the_map_of_a_linear_head_is_the_weighted_sum_of_its_features() -> None:
    # 16 pixels are not resampled: the cells of the last two rows and columns are red, the others black
    found = find("cam", painted(red=np.s_[8:, 8:]))
    cells = np.zeros((4, 4))
    cells[2:, 2:] = 1.0
    enlarge = interpolation_matrix(source=4, target=CAM_CELLS, align_corners=False)
    np.testing.assert_allclose(found.heat.relative(), enlarge @ cells @ enlarge.T, rtol=0, atol=1e-9)
    assert found.trace is None


def test_that_absolute_heat_is_the_class_probability_where_the_map_is_hottest() -> None:
    found = find("cam")
    # a quarter of the image is red
    assert found.class_score == pytest.approx(-2.0)
    assert found.heat.maximum == pytest.approx(1 / (1 + np.exp(2.0)))


@pytest.mark.parametrize("name", ["cam", "cam-multiscale", "layercam"])
def test_that_point_and_box_lie_on_the_red_corner(name: str) -> None:
    found = find(name)
    assert found.point[0] > 32
    assert found.point[1] > 16
    (scored,) = extract_boxes(found.heat, ExtractConfig())
    assert scored.box.xyxy == pytest.approx((32, 16, 64, 32), abs=4)


def test_that_several_scales_add_their_maps() -> None:
    one, several = find("cam"), find("cam-multiscale")
    assert not np.array_equal(one.heat.relative(), several.heat.relative())
    cam = make_localizer(LocalizerConfig(localizer="cam"), color_network())
    multiscale = make_localizer(LocalizerConfig(localizer="cam-multiscale"), color_network())
    assert cam.forward_passes == 2
    assert multiscale.forward_passes == 1 + round(sum(scale**2 for scale in MULTISCALE_SCALES))


def test_that_layercam_serves_a_fully_connected_head_and_cam_refuses_it() -> None:
    network = dense_network(seed=1)
    with pytest.raises(NetworkError, match="no global average pool"):
        make_localizer(LocalizerConfig(localizer="cam"), network)
    localizer = make_localizer(LocalizerConfig(localizer="layercam"), network)
    assert localizer.needs_grad
    found = localizer.locate(noise(1, width=30, height=20), [RED, GREEN], width=30, height=20, cancel=CancelToken())
    assert [one.class_name for one in found] == ["red", "green"]
    assert all(0 <= one.heat.values.min() <= one.heat.maximum <= 1 for one in found)


def test_that_layercam_is_the_positive_gradient_times_the_features() -> None:
    network = dense_network(seed=2)
    image = noise(2, width=16, height=16)
    localizer = make_localizer(LocalizerConfig(localizer="layercam"), network)
    (found,) = localizer.locate(image, [RED], width=16, height=16, cancel=CancelToken())
    pixels = torch.from_numpy(image).permute(2, 0, 1)[None].double() / 255
    maps = network.features(pixels).detach().requires_grad_()
    network.classify(maps)[0, 0].backward()
    assert maps.grad is not None
    cells = (maps.grad.clamp(min=0) * maps).sum(1)[0].detach().numpy()
    enlarge = interpolation_matrix(source=4, target=CAM_CELLS, align_corners=False)
    expected = enlarge @ cells @ enlarge.T
    np.testing.assert_allclose(found.heat.relative(), expected / expected.max(), rtol=0, atol=1e-9)


def test_that_a_class_of_several_outputs_joins_their_maps() -> None:
    image = painted(width=32, height=32, red=np.s_[:, 16:])
    image[:, :8, 1] = 255
    localizer = make_localizer(LocalizerConfig(localizer="cam"), color_network())
    (found,) = localizer.locate(image, [RED_OR_GREEN], width=32, height=32, cancel=CancelToken())
    boxes = sorted(scored.box.xyxy for scored in extract_boxes(found.heat, ExtractConfig()))
    assert len(boxes) == 2
    assert boxes[0] == pytest.approx((0, 0, 8, 32), abs=3)
    assert boxes[1] == pytest.approx((16, 0, 32, 32), abs=3)


def test_that_an_image_without_the_class_gives_no_heat_and_its_centre() -> None:
    found = find("cam", np.zeros((20, 40, 3), dtype=np.uint8))
    assert found.heat.maximum == 0
    assert found.point == (20.0, 10.0)


def test_that_a_cancelled_token_ends_the_map() -> None:
    token = CancelToken()
    token.cancel()
    localizer = make_localizer(LocalizerConfig(localizer="cam"), color_network())
    with pytest.raises(Cancelled):
        localizer.locate(CORNER, [RED], width=64, height=32, cancel=token)
