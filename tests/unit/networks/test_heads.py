"""Log-odds of sets of classes, against exact arithmetic."""

import math
from decimal import Decimal, getcontext

import pytest
import torch

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.networks.heads import log_odds

getcontext().prec = 400


def exact_softmax(row: list[float], indices: tuple[int, ...]) -> float:
    terms = [Decimal(value).exp() for value in row]
    inside = sum(terms[index] for index in indices)
    return float((inside / (sum(terms) - inside)).ln())


def exact_sigmoid(row: list[float], indices: tuple[int, ...]) -> float:
    none = Decimal(1)
    for index in indices:
        none *= 1 / (1 + Decimal(row[index]).exp())
    return float(((1 - none) / none).ln())


ROWS = [
    [0.0, 0.0, 0.0, 0.0],
    [1.5, -2.0, 0.25, 3.0],
    [40.0, 38.0, -40.0, 1.0],
    [-40.0, -41.0, -42.0, 39.0],
    [90.0, -95.0, -100.0, 20.0],
    [-120.0, -130.0, -125.0, -200.0],
    [200.0, 190.0, 195.0, -50.0],
    [1e-9, 20.5, 19.5, -20.5],
    [-16.0, -17.5, -36.0, 0.0],
]
SETS = [(0,), (1, 2), (0, 1, 2), (3, 0)]


@pytest.mark.parametrize(("activation", "exact"), [("softmax", exact_softmax), ("sigmoid", exact_sigmoid)])
@pytest.mark.parametrize(("dtype", "tolerance"), [(torch.float64, 2e-13), (torch.float32, 3e-6)])
def test_that_log_odds_are_exact_from_certain_to_impossible(activation, exact, dtype, tolerance) -> None:
    logits = torch.tensor(ROWS, dtype=dtype)
    scores = log_odds(logits, [ClassTarget(str(indices), indices) for indices in SETS], activation)
    assert scores.dtype == dtype
    assert scores.shape == (len(ROWS), len(SETS))
    for row, values in enumerate(logits.double().tolist()):
        for column, indices in enumerate(SETS):
            expected = exact(values, indices)
            assert math.isfinite(expected)
            assert float(scores[row, column]) == pytest.approx(expected, rel=tolerance, abs=tolerance)


def test_that_one_output_of_a_sigmoid_head_is_its_logit_bit_for_bit() -> None:
    logits = torch.tensor([[3.7, -99.0], [1e-20, 250.0]])
    assert torch.equal(log_odds(logits, [ClassTarget("b", (1,)), ClassTarget("a", (0,))], "sigmoid"), logits.flip(1))


def test_that_saturated_probabilities_keep_their_order() -> None:
    logits = torch.tensor([[60.0, 0.0, 0.0], [80.0, 0.0, 0.0]])
    assert torch.equal(logits.softmax(1)[0, 0], logits.softmax(1)[1, 0])
    for activation in ("softmax", "sigmoid"):
        low, high = log_odds(logits, [ClassTarget("a", (0, 1))], activation)[:, 0]
        assert high > low


def test_that_a_softmax_set_of_all_outputs_is_refused() -> None:
    target = [ClassTarget("thing", (0, 1))]
    with pytest.raises(NetworkError, match="'thing' holds all 2 outputs"):
        log_odds(torch.zeros((1, 2)), target, "softmax")
    assert log_odds(torch.zeros((1, 2)), target, "sigmoid").item() == pytest.approx(math.log(3))


def test_that_an_output_that_does_not_exist_is_refused_and_no_classes_give_no_columns() -> None:
    with pytest.raises(NetworkError, match="output 2, but the network has 2 outputs"):
        log_odds(torch.zeros((1, 2)), [ClassTarget("x", (0, 2))], "sigmoid")
    assert log_odds(torch.zeros((4, 2)), [], "softmax").shape == (4, 0)


def test_that_gradients_are_finite_where_probabilities_saturate() -> None:
    for activation in ("softmax", "sigmoid"):
        logits = torch.tensor(ROWS, requires_grad=True)
        log_odds(logits, [ClassTarget("s", (0, 1, 2))], activation).sum().backward()
        assert torch.isfinite(logits.grad).all()
