"""The ripple of benches/odds.rs drawn with NumPy: the same ranges, the same results, and how long it takes.

    python3 -m venv venv && venv/bin/pip install numpy
    cargo bench --bench odds -- --ripple ripple.json
    venv/bin/python benches/odds_numpy.py ripple.json

NumPy's own generator and quantiles, whole arrays at a time, on one processor, as such models are commonly written.
"""

import json
import sys
import time

import numpy

Z_95 = 1.6448536269514722


def drawn(rng, entry, draws):
    if entry["range"] is None:
        return entry["likely"]
    likely, (low, high) = entry["likely"], entry["range"]
    rate = entry["input"].endswith("_rate") or entry["input"].endswith("conversion")
    scale = (lambda p: numpy.log(p / (1 - p))) if rate else numpy.log
    low, median, high = scale(low), scale(likely), scale(high)
    normal = rng.standard_normal(draws)
    normal = median + numpy.where(normal < 0, median - low, high - median) / Z_95 * normal
    return 1 / (1 + numpy.exp(-normal)) if rate else numpy.exp(normal)


def simulate(question, with_tornado):
    rng = numpy.random.default_rng(1)
    x = {entry["input"]: drawn(rng, entry, question["draws"]) for entry in question["inputs"]}
    on_site = x["funnel.audience"] * x["funnel.lead_rate"] * x["funnel.sign_rate"]
    off_site = x["share.sharers"] * x["share.contacts"] * x["share.lead_rate"] * x["share.sign_rate"]
    customers = on_site + off_site
    revenue = customers * x["funnel.value"]
    roi = revenue / (x["funnel.cost"] + x["share.vouchers"] * x["share.unit_cost"])
    spread = lambda values: [*numpy.quantile(values, [0.1, 0.5, 0.9]), values.mean()]
    answer = {"customers": spread(customers), "revenue": spread(revenue), "roi": spread(roi),
              "chance": (revenue >= question["target"]).mean()}
    if with_tornado:
        ranks = lambda values: values.argsort().argsort()
        ranked = ranks(revenue)
        squares = {name: numpy.corrcoef(ranks(values), ranked)[0, 1] ** 2
                   for name, values in x.items() if numpy.ndim(values)}
        answer["tornado"] = {name: square / sum(squares.values()) for name, square in squares.items()}
    return answer


def least_ms(question, with_tornado, runs):
    best = float("inf")
    for _ in range(runs):
        begin = time.perf_counter()
        answer = simulate(question, with_tornado)
        best = min(best, time.perf_counter() - begin)
    return best * 1e3, answer


def main():
    question = json.load(open(sys.argv[1], encoding="utf-8"))
    ours = question["ms_on_all"]
    print("Python", sys.version.split()[0], "NumPy", numpy.__version__, f"{question['draws']:,} draws")
    plain, _ = least_ms(question, False, 7)
    full, answer = least_ms(question, True, 2)
    for name in ["customers", "revenue"]:
        for theirs, mine in zip(answer[name], question[name]):
            assert abs(theirs / mine - 1) < 0.01, (name, theirs, mine)
    assert abs(answer["chance"] - question["chance"]) < 0.003, (answer["chance"], question["chance"])
    for name, explains in question["tornado"]:
        assert abs(answer["tornado"][name] - explains) < 0.015, (name, answer["tornado"][name], explains)
    print("results agree")
    print(f"ours, tornado included: {ours:.1f} ms on {question['processors']} processors,"
          f" {question['ms_on_one']:.1f} ms on one")
    print(f"NumPy without tornado:  {plain:.1f} ms, {plain / ours:.1f} times ours")
    print(f"NumPy with tornado:     {full:.1f} ms, {full / ours:.1f} times ours")


main()
