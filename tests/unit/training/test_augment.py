"""Noise, rotation and mirror images."""

import torch

from wsl_annotator.training.augment import rotate, seeded, vary
from wsl_annotator.training.config import AugmentConfig

FILL = (0.1, 0.2, 0.3)


def test_that_the_same_parts_give_the_same_picture_and_others_another() -> None:
    image = torch.rand(3, 16, 16, generator=torch.Generator().manual_seed(0))
    config = AugmentConfig(flip=True)
    first, again, other = (vary(image, config, seeded("a", number), aspect=1.5, fill=FILL) for number in (1, 1, 2))
    assert torch.equal(first, again)
    assert not torch.equal(first, other)


def test_that_a_quarter_turn_moves_the_top_to_the_right() -> None:
    image = torch.zeros(3, 9, 9)
    image[:, 0, :] = 1
    turned = rotate(image, 90.0, aspect=1.0, fill=FILL)
    assert torch.allclose(turned[:, :, 8], torch.ones(3, 9), atol=1e-4)
    assert torch.allclose(turned[:, :, :8], torch.zeros(3, 9, 8), atol=1e-4)


def test_that_a_rotation_is_one_of_the_original_and_not_of_the_warped_square() -> None:
    # a wide original, 256 x 64, with a square of 32 x 32 in its middle: in the warped square it is 8 wide and 32 high
    image = torch.zeros(3, 64, 64)
    image[:, 16:48, 28:36] = 1
    turned = rotate(image, 90.0, aspect=4.0, fill=(0.0, 0.0, 0.0))
    assert torch.equal(turned > 0.5, image > 0.5)
    assert not torch.equal(rotate(image, 90.0, aspect=1.0, fill=(0.0, 0.0, 0.0)) > 0.5, image > 0.5)


def test_that_bare_corners_get_the_fill() -> None:
    turned = rotate(torch.ones(3, 32, 32), 45.0, aspect=1.0, fill=FILL)
    assert torch.allclose(turned[:, 0, 0], torch.tensor(FILL), atol=1e-6)
    assert torch.allclose(turned[:, 16, 16], torch.ones(3), atol=1e-6)


def test_that_rotations_stay_within_their_limit_and_reach_both_sides() -> None:
    # a bright column right of the centre leans to one side or the other
    image = torch.zeros(3, 33, 33)
    image[:, 0, 16] = 1
    config = AugmentConfig(noise_sigma=0.0, rotation_degrees=30.0)
    columns = []
    for number in range(60):
        turned = vary(image, config, seeded(number), aspect=1.0, fill=(0.0, 0.0, 0.0))
        columns.append(int(turned[0].amax(0).argmax()))
    # radius 16 at 30 degrees is 8 columns
    assert 8 <= min(columns) < 12
    assert 20 < max(columns) <= 24


def test_that_noise_has_its_strength_and_comes_to_its_share_of_images() -> None:
    image = torch.full((3, 40, 40), 0.5)
    config = AugmentConfig(noise_sigma=0.02, noise_probability=0.5, rotation_degrees=0.0)
    spread = [float((vary(image, config, seeded(n), aspect=1.0, fill=FILL) - image).std()) for n in range(80)]
    noisy = [value for value in spread if value > 0]
    assert 25 <= len(noisy) <= 55
    assert all(0.018 < value < 0.022 for value in noisy)


def test_that_without_flip_no_image_is_mirrored() -> None:
    image = torch.rand(3, 8, 8, generator=torch.Generator().manual_seed(0))
    plain = AugmentConfig(noise_sigma=0.0, rotation_degrees=0.0)
    mirrored = AugmentConfig(noise_sigma=0.0, rotation_degrees=0.0, flip=True)
    assert all(torch.equal(vary(image, plain, seeded(n), aspect=1.0, fill=FILL), image) for n in range(20))
    count = sum(torch.equal(vary(image, mirrored, seeded(n), aspect=1.0, fill=FILL), image.flip(2)) for n in range(80))
    assert 25 <= count <= 55
