"""The same months with HiGHS, every curve in 100 straight pieces.

    python3 -m venv venv && venv/bin/pip install scipy numpy
    cargo bench --bench months -- --problems months.jsonl
    venv/bin/python benches/months_highs.py months.jsonl

Each line of the file holds a problem, and the time, response and bound of this program for it. HiGHS gets the curves
from below, as straight lines between 101 points with a binary choice of the piece; what it finds is then evaluated on
the curves. Where money carries over it decides on what works in each month, and spends follow.
"""

import json
import sys
import time

import numpy
import scipy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix

PIECES = 100
SECONDS = 60


class Months:
    def __init__(self, problem):
        self.budget, self.cash = problem["budget"], problem["cash"]
        self.channels = problem["channels"]
        self.months = len(self.channels[0]["seasons"])

    def month(self, channel, month, works):
        ceiling, half, shape = channel["curve"]
        works = numpy.maximum(works, 1e-300)
        reached = 1.0 / (1.0 + (half / (self.months * works)) ** shape)
        return channel["seasons"][month] * ceiling * reached / self.months

    def works(self, channel, spends):
        left, theta, all_months = 0.0, channel["carry_over"], []
        for spend in spends:
            left = theta * left + (1.0 - theta) * spend
            all_months.append(left)
        return all_months

    def value(self, spends):
        total = 0.0
        for channel, row in zip(self.channels, spends):
            total += sum(self.month(channel, month, works) for month, works in enumerate(self.works(channel, row)))
        return float(total)

    def highs(self):
        """Spends x, then what each piece holds, then whether it is begun."""
        cells = len(self.channels) * self.months
        most = self.cash or self.budget
        edges = most * (numpy.arange(PIECES + 1) / PIECES) ** 2
        lengths = numpy.diff(edges)
        count = cells * PIECES
        cost, rows, columns, entries, low, high = numpy.zeros(cells + 2 * count), [], [], [], [], []

        def add(terms, least, largest):
            for column, entry in terms:
                rows.append(len(low))
                columns.append(column)
                entries.append(entry)
            low.append(least)
            high.append(largest)

        for number, channel in enumerate(self.channels):
            theta = channel["carry_over"]
            for month in range(self.months):
                cell = number * self.months + month
                first = cells + cell * PIECES
                slopes = numpy.diff(self.month(channel, month, edges)) / lengths
                cost[first : first + PIECES] = -slopes
                # What works here is what still works and what is spent.
                terms = [(first + piece, 1.0) for piece in range(PIECES)] + [(cell, -(1.0 - theta))]
                if month and theta:
                    terms += [(first - PIECES + piece, -theta) for piece in range(PIECES)]
                add(terms, 0.0, 0.0)
                for piece in range(PIECES):
                    begun = first + piece + count
                    add([(first + piece, 1.0), (begun, -lengths[piece])], -numpy.inf, 0.0)
                    if piece:
                        add([(first + piece - 1, 1.0), (begun, -lengths[piece - 1])], 0.0, numpy.inf)
        add([(cell, 1.0) for cell in range(cells)], -numpy.inf, self.budget)
        if self.cash:
            for month in range(self.months):
                add([(cell, 1.0) for cell in range(month, cells, self.months)], -numpy.inf, self.cash)
        matrix = coo_matrix((entries, (rows, columns)), shape=(len(low), len(cost))).tocsr()
        integral = numpy.concatenate([numpy.zeros(cells + count), numpy.ones(count)])
        upper = numpy.concatenate([numpy.full(cells, most), numpy.tile(lengths, cells), numpy.ones(count)])
        began = time.perf_counter()
        answer = milp(
            cost,
            constraints=LinearConstraint(matrix, low, high),
            bounds=Bounds(0.0, upper),
            integrality=integral,
            options={"time_limit": SECONDS, "mip_rel_gap": 1e-4},
        )
        seconds = time.perf_counter() - began
        spends = None if answer.x is None else answer.x[:cells].reshape(len(self.channels), self.months)
        return spends, seconds


def main():
    print(f"SciPy {scipy.__version__}, NumPy {numpy.__version__}; HiGHS ends after {SECONDS} s")
    for line in open(sys.argv[1], encoding="utf-8"):
        problem = json.loads(line)
        months = Months(problem)
        ours, bound = problem["response"], problem["bound"]
        spends, seconds = months.highs()
        found = None if spends is None else months.value(spends)
        assert found is None or found <= bound * (1 + 1e-6), (found, bound)
        short = "found nothing" if found is None else f"{found / ours - 1:+.2%}"
        print(
            f"{len(months.channels):4} channels, {problem['name']:26}"
            f" ours {problem['seconds'] * 1e3:9.3f} ms, gap {1 - ours / bound:.1e};"
            f" HiGHS {seconds:7.2f} s, {seconds / problem['seconds']:9.0f} times as long, {short}",
            flush=True,
        )


if __name__ == "__main__":
    main()
