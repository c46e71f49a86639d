"""Eq. 1, by hand."""

import math

import pytest
import torch

from wsl_annotator.training.loss import classification_loss


def test_that_the_sigmoid_loss_is_the_mean_binary_cross_entropy() -> None:
    logits = torch.tensor([[math.log(3.0), 0.0]])
    # q = .75 and .5 for labels 1 and 0
    expected = -(math.log(0.75) + math.log(0.5)) / 2
    assert float(classification_loss(logits, torch.tensor([[1.0, 0.0]]), "sigmoid")) == pytest.approx(expected)


def test_that_unknown_labels_count_neither_in_the_sum_nor_in_the_number() -> None:
    logits = torch.tensor([[math.log(3.0), 5.0], [-2.0, 0.0]], requires_grad=True)
    labels = torch.tensor([[1.0, -1.0], [-1.0, 0.0]])
    loss = classification_loss(logits, labels, "sigmoid")
    assert float(loss.detach()) == pytest.approx(-(math.log(0.75) + math.log(0.5)) / 2)
    loss.backward()
    assert logits.grad[0, 1] == 0
    assert logits.grad[1, 0] == 0


def test_that_nothing_known_gives_zero_with_a_gradient() -> None:
    logits = torch.zeros((2, 3), requires_grad=True)
    loss = classification_loss(logits, -torch.ones((2, 3)), "sigmoid")
    loss.backward()
    assert float(loss.detach()) == 0
    assert logits.grad.abs().sum() == 0


def test_that_the_softmax_loss_shares_one_probability_among_the_classes_of_an_image() -> None:
    logits = torch.log(torch.tensor([[0.5, 0.3, 0.2]]))
    labels = torch.tensor([[1.0, 1.0, 0.0]])
    expected = -sum(p * math.log(q) + (1 - p) * math.log(1 - q) for p, q in ((0.5, 0.5), (0.5, 0.3), (0.0, 0.2))) / 3
    assert float(classification_loss(logits, labels, "softmax")) == pytest.approx(expected, rel=1e-5)


def test_that_the_softmax_loss_is_least_where_the_shares_are_those_of_the_labels() -> None:
    logits = torch.zeros((1, 3), dtype=torch.float64, requires_grad=True)
    labels = torch.tensor([[1.0, 1.0, 0.0]])
    for _ in range(800):
        (gradient,) = torch.autograd.grad(classification_loss(logits, labels, "softmax"), logits)
        logits = (logits - 5 * gradient).detach().requires_grad_()
    shares = logits.softmax(1)[0].tolist()
    assert shares[:2] == pytest.approx([0.5, 0.5], abs=0.01)


@pytest.mark.parametrize("activation", ["sigmoid", "softmax"])
def test_that_certain_and_wrong_answers_keep_loss_and_gradient_finite(activation: str) -> None:
    logits = torch.tensor([[200.0, -200.0]], requires_grad=True)
    loss = classification_loss(logits, torch.tensor([[0.0, 1.0]]), activation)
    loss.backward()
    assert torch.isfinite(loss)
    assert torch.isfinite(logits.grad).all()
