#!/usr/bin/env python3
"""How light the program is: benches/light.py BARE PROGRAM [PLAN] [--pairs N]

Opens a bare window of the same renderer (`bare_window`) and the program in turns on a virtual display, reads the display's own
picture (Xvfb's frame buffer, not what a program says of itself), and prints medians and ratios of: start to first pixel, start to the last
change of the picture, most memory, processor time in three seconds in which nothing happens, and the program's size.

    cargo build --release && cargo build --release --bench bare_window
    benches/light.py target/release/deps/bare_window-* target/release/ripple-planner saved_plans/worked-case.ron
"""

import argparse
import mmap
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

SIZE = "1366x768"
# A picture that stays for so long is the one that was to come; a cursor that blinks is not in it.
SETTLED = 1.0
IDLE = 3.0
PATIENCE = 30.0


class Display:
    """A virtual display, and its picture as the file that Xvfb keeps it in."""

    def __init__(self, folder: Path):
        self.name = f":{100 + os.getpid() % 800}"
        self.server = subprocess.Popen(
            ["Xvfb", self.name, "-screen", "0", SIZE + "x24", "-noreset", "-fbdir", str(folder)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        socket = Path("/tmp/.X11-unix") / ("X" + self.name[1:])
        while not socket.exists():
            time.sleep(0.02)
        time.sleep(0.3)
        with open(folder / "Xvfb_screen0", "rb") as file:
            self.picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def close(self):
        self.server.terminate()
        self.server.wait()


def measure(display: Display, command: list[str]) -> dict[str, float]:
    """One start: seconds, kilobytes."""
    with tempfile.TemporaryDirectory() as home:
        # Nobody's settings, nothing left behind; the drawing library's own cache is warm.
        places = {"XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "XDG_DATA_HOME": home}
        variables = {**os.environ, **places, "DISPLAY": display.name, "LIBGL_ALWAYS_SOFTWARE": "1"}
        variables.pop("WAYLAND_DISPLAY", None)
        before = display.picture[:]
        start = time.perf_counter()
        program = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        first = last = None
        while True:
            now = time.perf_counter() - start
            picture = display.picture[:]
            if picture != before:
                before, last = picture, now
                first = first or now
            if program.poll() is not None:
                raise SystemExit(f"{command[0]} ended before it showed anything that stays")
            if (last and now - last > SETTLED) or now > PATIENCE:
                break
            time.sleep(0.001)
        work = processor_time(program.pid)
        time.sleep(IDLE)
        idle = processor_time(program.pid) - work
        memory = most_memory(program.pid)
        program.kill()
        program.wait()
        time.sleep(0.3)
    if last is None:
        raise SystemExit(f"{command[0]} showed nothing")
    return {"first pixel, ms": first * 1e3, "settled, ms": last * 1e3, "most memory, MB": memory / 1e3,
            "processor until then, ms": work * 1e3, "processor idle 3 s, ms": idle * 1e3}


def processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def most_memory(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("bare")
    arguments.add_argument("program")
    arguments.add_argument("plan", nargs="?")
    arguments.add_argument("--pairs", type=int, default=15)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        display = Display(Path(folder))
        try:
            plan = [shutil.copy(given.plan, folder)] if given.plan else []
            commands = {"bare": [given.bare, "--open"], "program": [given.program, *plan]}
            # The first start of each reads it from the disk.
            for command in commands.values():
                measure(display, command)
            runs = {name: [] for name in commands}
            for _ in range(given.pairs):
                for name, command in commands.items():
                    runs[name].append(measure(display, command))
        finally:
            display.close()
    print(f"{given.pairs} pairs, medians (least and most), load {os.getloadavg()[0]:.1f}")
    for what in runs["bare"][0]:
        bare, ours = ([run[what] for run in runs[name]] for name in ("bare", "program"))
        shown = (f"{statistics.median(times):8.1f} ({min(times):.1f} to {max(times):.1f})" for times in (bare, ours))
        # The median of the pairs, so that what else the machine does falls on both.
        ratio = statistics.median(b / a for a, b in zip(bare, ours)) if min(bare) > 0 else float("nan")
        print(f"{what:26} bare {next(shown)}   program {next(shown)}   ratio {ratio:.2f}")
    print(f"size, MB                   bare {os.path.getsize(given.bare) / 1e6:.1f}   program {os.path.getsize(given.program) / 1e6:.1f}")


if __name__ == "__main__":
    main()
