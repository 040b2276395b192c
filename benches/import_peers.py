"""The report of benches/import.rs added up by campaign and month with Polars and with pandas: the same sums, and how long it takes.

    python3 -m venv venv && venv/bin/pip install polars pandas
    cargo bench --bench import -- --report report.csv
    venv/bin/python benches/import_peers.py report.csv

Both are told what the program finds out by itself: where the table begins, how days and thousands are written, which row is a total.
"""

import sys
import time

import pandas
import polars

COUNTS = ["Impr.", "Clicks", "Conversions"]


def with_polars(path):
    texts = {"Cost": polars.String, "Impr.": polars.String, "Clicks": polars.String, "Conversions": polars.String}
    table = polars.read_csv(path, skip_rows=2, schema_overrides=texts)
    number = lambda name: polars.col(name).str.replace_all(",", "", literal=True).cast(polars.Float64, strict=False)
    month = polars.col("Day").str.slice(0, 7).alias("month")
    rows = table.filter(~polars.col("Day").str.starts_with("Total"))
    return rows.group_by(month, "Campaign").agg(number("Cost").sum(), *[number(name).sum() for name in COUNTS])


def with_pandas(path):
    table = pandas.read_csv(path, skiprows=2, thousands=",", na_values=[" --", "--"])
    rows = table[~table["Day"].str.startswith("Total")]
    return rows.groupby([rows["Day"].str.slice(0, 7), "Campaign"])[["Cost", *COUNTS]].sum()


def least(work, path, runs):
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        answer = work(path)
        times.append(time.perf_counter() - begun)
    return min(times), answer


def main():
    path = sys.argv[1]
    for name, work, runs in [("polars", with_polars, 7), ("pandas", with_pandas, 3)]:
        seconds, answer = least(work, path, runs)
        print(f"{name:8} {seconds * 1000:8.0f} ms  {len(answer)} months of campaigns, spend {answer['Cost'].sum():.2f}")


main()
