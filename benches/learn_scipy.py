"""Least squares of a response curve with SciPy beside the curves that learn: how long one channel takes.

    python3 -m venv venv && venv/bin/pip install scipy
    venv/bin/python benches/learn_scipy.py

Runs `cargo bench --bench learn -- speed` first. SciPy fits ceiling and half spend, as logarithms, to 36 months of 100 channels.
"""

import re
import subprocess
import time

import numpy
from scipy.optimize import least_squares

CHANNELS = 100
MONTHS = 36


def channel(rng):
    half, shape = rng.uniform(20_000, 400_000), rng.uniform(0.8, 2.5)
    present = half * rng.uniform(0.4, 1.5) / 12
    ceiling = numpy.exp(rng.uniform(3, 7.5)) * 12 * (1 + (half / (12 * present)) ** shape)
    spend = present * rng.uniform(0.7, 1.3, MONTHS)
    mean = ceiling / 12 / (1 + (half * numpy.exp(0.3 * rng.standard_normal()) / (12 * spend)) ** shape)
    won = numpy.round(numpy.maximum(0, mean + numpy.sqrt(mean + (0.15 * mean) ** 2) * rng.standard_normal(MONTHS)))
    return numpy.log([ceiling, half]), shape, spend, won


def fit(start, shape, spend, won):
    def residual(x):
        ceiling, half = numpy.exp(x)
        return ceiling / 12 / (1 + (half / (12 * spend)) ** shape) - won
    return least_squares(residual, start)


def main():
    bench = ["cargo", "bench", "--bench", "learn", "--", "speed"]
    printed = subprocess.run(bench, check=True, capture_output=True, text=True).stdout
    ours = float(re.search(r"36 months: ([0-9.]+)", printed).group(1)) / 1000
    rng = numpy.random.default_rng(1)
    channels = [channel(rng) for _ in range(CHANNELS)]
    with numpy.errstate(over="ignore"):
        fit(*channels[0])
        start = time.perf_counter()
        for one in channels:
            fit(*one)
    theirs = (time.perf_counter() - start) / CHANNELS
    print(f"a channel with {MONTHS} months: learned {ours * 1e6:.0f} µs, scipy {theirs * 1e6:.0f} µs, {theirs / ours:.1f} times")


if __name__ == "__main__":
    main()
