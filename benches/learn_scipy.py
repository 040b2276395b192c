"""Least squares of a response curve with SciPy beside the curves that learn: the processor time of one channel, one thread each.

    python3 -m venv venv && venv/bin/pip install scipy
    venv/bin/python benches/learn_scipy.py

SciPy fits ceiling and half spend, as logarithms, to 36 months of 100 channels, the steepness given and no range asked for.
Both take turns, five times; processor time, for a shared machine makes anyone wait. Ours includes starting up and making the channels.
"""

import json
import os
import resource
import subprocess
import time

for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[f"{library}_NUM_THREADS"] = "1"

import numpy
from scipy.optimize import least_squares

CHANNELS = 100
MONTHS = 36
TURNS = 5
# As in benches/learn.rs: 40 runs of 1,000 channels.
LEARNED = 40 * 1000


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


def program():
    build = ["cargo", "bench", "--bench", "learn", "--no-run", "--message-format", "json"]
    printed = subprocess.run(build, check=True, capture_output=True, text=True).stdout
    messages = [json.loads(line) for line in printed.splitlines() if line.startswith("{")]
    return next(message["executable"] for message in messages if message.get("executable"))


def seconds_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main():
    ours = program()
    rng = numpy.random.default_rng(1)
    channels = [channel(rng) for _ in range(CHANNELS)]
    with numpy.errstate(over="ignore"):
        fit(*channels[0])
        for _ in range(TURNS):
            before = seconds_of_children()
            subprocess.run([ours, "speed"], check=True, capture_output=True)
            learned = (seconds_of_children() - before) / LEARNED
            start = time.process_time()
            for one in channels:
                fit(*one)
            scipy = (time.process_time() - start) / CHANNELS
            print(f"a channel with {MONTHS} months: learned {learned * 1e6:.1f} µs, scipy {scipy * 1e6:.0f} µs, {scipy / learned:.0f} times")


if __name__ == "__main__":
    main()
