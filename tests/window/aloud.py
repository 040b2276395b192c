#!/usr/bin/python3
"""Reads the real window as a screen reader does, over AT-SPI: tests/window/aloud.py BINARY PLAN

Needs Xvfb, xdotool, at-spi2-core and gir1.2-atspi-2.0, and a session bus of its own: dbus-run-session -- tests/window/aloud.py …
Every tab is shown by its keys; a control without a name fails, and so does a goal or a figure that is not said.

Seen with at-spi2-core 2.46 and accesskit_unix 0.24: the tree is there although nobody says that a screen reader runs
(org.a11y.Status stays as it is), about a second after the window; and a part that goes with a frame answers with an error
while it is being read, so that whatever is read is asked for again until it is there.
"""

import os
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 90
TABS = ["Overview", "Goal", "Team", "Pyramid", "Allocation", "Ripple", "Track", "Topics", "Summary", "Settings"]
# What a person presses, types into or chooses.
CONTROLS = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON, Atspi.Role.COMBO_BOX,
    Atspi.Role.ENTRY, Atspi.Role.SLIDER, Atspi.Role.PAGE_TAB, Atspi.Role.LINK, Atspi.Role.MENU_ITEM, Atspi.Role.SPIN_BUTTON,
}


def wait(what, ask):
    """Asks again until there is an answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            answer = ask()
        except GLib.Error:
            # What was asked went with the frame.
            answer = None
        if answer:
            return answer
        time.sleep(0.3)
    sys.exit(f"aloud: {what} did not come")


def all_below(node):
    """Everything in the tree, in its order."""
    found, open_ends = [], [node]
    while open_ends:
        node = open_ends.pop()
        try:
            found.append((node.get_role(), node.get_name() or "", node.get_description() or ""))
            children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
        except GLib.Error:
            continue
        open_ends.extend(child for child in reversed(children) if child is not None)
    return found


def application():
    desktop = Atspi.get_desktop(0)
    children = (desktop.get_child_at_index(index) for index in range(desktop.get_child_count()))
    return next((child for child in children if child is not None and "ripple" in (child.get_name() or "").lower()), None)


class Window:
    """The program on a display of its own."""

    def __init__(self, binary, plan, folder):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-noreset"],
            pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writing)
        display = ":" + os.read(reading, 16).decode().strip()
        os.makedirs(f"{folder}/ripple-planner")
        with open(f"{folder}/ripple-planner/settings.ron", "w", encoding="utf-8") as settings:
            settings.write("Settings(language: English, theme: Light)\n")
        self.env = {**os.environ, "DISPLAY": display, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": f"{folder}/state",
                    "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.env.pop("WAYLAND_DISPLAY", None)
        self.app = subprocess.Popen([binary, plan], env=self.env)
        self.id = wait("the window", lambda: self.xdotool("search", "--onlyvisible", "--pid", str(self.app.pid)))
        self.id = self.id.split()[-1]
        wait("the plan", lambda: "IM cloud" in self.xdotool("getwindowname", self.id))

        def focus():
            self.xdotool("windowfocus", self.id)
            return self.xdotool("getwindowfocus") == self.id
        wait("the focus", focus)
        # On a fresh X server the first key press may come before the state of the modifiers.
        self.xdotool("key", "shift")

    def xdotool(self, *arguments):
        done = subprocess.run(["xdotool", *arguments], env=self.env, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def close(self):
        for process in (self.app, self.server):
            process.kill()
            process.wait()


def show(window, index, tab):
    """Shows a tab by its keys, and gives all that is said of it."""
    key = "0" if index == 9 else str(index + 1)

    def shown():
        window.xdotool("key", f"ctrl+{'comma' if tab == 'Settings' else key}")
        time.sleep(0.5)
        app = application()
        said = all_below(app) if app else []
        chosen = [name for role, name, _ in said if role == Atspi.Role.PAGE_TAB]
        return said if any(name.startswith(tab) for name in chosen) and is_chosen(app, tab) else None
    return wait(f"the tab {tab}", shown)


def is_chosen(app, tab):
    open_ends = [app]
    while open_ends:
        node = open_ends.pop()
        if node.get_role() == Atspi.Role.PAGE_TAB and (node.get_name() or "").startswith(tab):
            states = node.get_state_set()
            return states.contains(Atspi.StateType.SELECTED) or states.contains(Atspi.StateType.PRESSED) \
                or states.contains(Atspi.StateType.CHECKED)
        open_ends.extend(child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child)
    return False


def main():
    binary, plan = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        window = Window(binary, plan, folder)
        try:
            wait("the program in the tree", application)
            faults, texts = [], {}
            for index, tab in enumerate(TABS):
                said = show(window, index, tab)
                controls = [(role, name) for role, name, _ in said if role in CONTROLS]
                faults += [f"{tab}: {role.value_nick} without a name" for role, name in controls if not name.strip()]
                texts[tab] = "\n".join(f"{name} {description}" for _, name, description in said)
                print(f"  {tab}: {len(said)} things, {len(controls)} controls")
            for tab, words in [("Goal", "1,500"), ("Overview", "86"), ("Allocation", "37,000")]:
                if words not in texts[tab]:
                    faults.append(f"{tab} does not say {words}")
            if faults:
                sys.exit("aloud:\n" + "\n".join(faults))
        finally:
            window.close()


if __name__ == "__main__":
    main()
