"""The same random problems with SciPy's SLSQP, from an equal split, as common packages do it.

    python3 -m venv venv && venv/bin/pip install scipy numpy
    cargo bench --bench allocation -- --problems problems.jsonl
    venv/bin/python benches/allocation_slsqp.py problems.jsonl

Each line of the file holds a problem, and the time, response and bound of this program for it.
"""

import json
import sys
import time
from collections import defaultdict

import numpy
import scipy
from scipy.optimize import minimize


def slsqp(problem, exact):
    ceiling, half, shape = numpy.array(problem["curves"]).T
    budget = problem["budget"]

    # Spends as parts of the budget and the response as a part of all ceilings: kindest to SLSQP's tolerances.
    def reached(parts):
        x = numpy.maximum(parts * budget, 1e-9)
        return 1.0 / (1.0 + (half / x) ** shape), x

    def value(parts):
        y, _ = reached(parts)
        return -(ceiling * y).sum() / ceiling.sum()

    def slope(parts):
        y, x = reached(parts)
        return -(ceiling * shape * y * (1 - y) / x) * budget / ceiling.sum()

    count = len(ceiling)
    start = numpy.full(count, 1.0 / count)
    limit = {"type": "ineq", "fun": lambda parts: 1.0 - parts.sum()}
    if exact:
        limit["jac"] = lambda parts: -numpy.ones(count)
    begin = time.perf_counter()
    found = minimize(
        value, start, jac=slope if exact else None, method="SLSQP", bounds=[(0, 1)] * count, constraints=[limit],
        options={"maxiter": 1000, "ftol": 1e-10},
    )
    seconds = time.perf_counter() - begin
    parts = numpy.clip(found.x, 0, 1)
    parts = parts / max(1.0, parts.sum())
    return seconds * 1e3, -value(parts) * ceiling.sum()


def table(problems, exact):
    rows = defaultdict(list)
    for problem in problems:
        ms, response = slsqp(problem, exact)
        assert response <= problem["bound"] * (1 + 1e-9), "the bound is wrong"
        rows[problem["channels"]].append((ms, problem["ms"], 1 - response / problem["response"]))
    print("channels problems | SLSQP median worst ms | ours median worst ms | times | > 1 % short, worst")
    for channels, runs in rows.items():
        theirs, ours, short = map(numpy.array, zip(*runs))
        print(
            f"{channels:8} {len(runs):8} | {numpy.median(theirs):12.3f} {theirs.max():9.3f} |"
            f" {numpy.median(ours):12.4f} {ours.max():8.4f} | {numpy.median(theirs / ours):6.0f} |"
            f" {(short > 0.01).sum()} of {len(runs)}, {100 * short.max():.1f} %"
        )


def main():
    print("Python", sys.version.split()[0], "SciPy", scipy.__version__, "NumPy", numpy.__version__)
    problems = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    print("with exact gradients:")
    table(problems, exact=True)
    print("as it is called without them, SciPy's default:")
    table(problems, exact=False)


main()
