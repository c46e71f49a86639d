"""The cheapest one-to-one assignment of rows to columns."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def cheapest_assignment(costs: NDArray[np.float64]) -> NDArray[np.intp]:
    """(N,) the column of each row, all different, with the least total cost.

    Source: the Hungarian method as shortest augmenting paths (Jonker and Volgenant 1987), in O(N^2 M).

    Args:
        costs: (N, M) finite, N <= M.

    Raises:
        ValueError: there are more rows than columns.
    """
    rows, columns = costs.shape
    if rows > columns:
        raise ValueError(f"{rows} rows cannot have {columns} different columns")
    first_choice = costs.argmin(axis=1) if columns else np.zeros(0, np.intp)
    if len(set(first_choice.tolist())) == rows:
        return first_choice
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    row_of = np.full(columns, -1, np.intp)
    column_of = np.full(rows, -1, np.intp)
    for start in range(rows):
        distance = np.full(columns, np.inf)
        before = np.full(columns, -1, np.intp)
        done = np.zeros(columns, np.bool_)
        seen_rows = [start]
        row, reached, end = start, 0.0, -1
        while end < 0:
            offers = reached + costs[row] - row_price[row] - column_price
            better = ~done & (offers < distance)
            distance[better] = offers[better]
            before[better] = row
            column = int(np.where(done, np.inf, distance).argmin())
            reached = float(distance[column])
            done[column] = True
            if row_of[column] < 0:
                end = column
            else:
                row = int(row_of[column])
                seen_rows.append(row)
        row_price[start] += reached
        for seen in seen_rows[1:]:
            row_price[seen] += reached - distance[column_of[seen]]
        column_price[done] -= reached - distance[done]
        while end >= 0:
            row = int(before[end])
            row_of[end] = row
            column_of[row], end = end, int(column_of[row])
            if row == start:
                break
    return column_of
