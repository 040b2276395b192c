#!/usr/bin/env python3
"""Says which files of the crate need one another in a circle. Exit status 1 if any do.

    tools/circles.py [FOLDER WITH lib.rs]

An arrow leads from a file to the file that defines what it names: in a `use`, or by a path in the code. Re-exports are
followed to the definition. Not counted:

- test code (`#[cfg(test)]`), comments and strings;
- arrows to the modules a file lies in: a room and its parts belong together, and Rust lets the parts see the room's;
- what is called as a method: the type was named somewhere before.
"""

import re
import sys
from pathlib import Path

NOT_CODE = re.compile(
    r"""//[^\n]* | /\*.*?\*/                            # comments
      | b?r(\#*)".*?"\1 | b?"(?:\\.|[^"\\])*"           # strings
      | b?'(?:\\.[^']*|[^'\\])'                         # characters, but not lifetimes""",
    re.X | re.S,
)
TEST = re.compile(r"#\[cfg\(test\)\]")
USE = re.compile(r"\buse\s+([^;]+);")
MODULE = re.compile(r"\bmod\s+(\w+)\s*;")
PATH = re.compile(r"(?<![\w:$.])\w+(?:\s*::\s*\w+)+")


class Module:
    """A file of the crate: its code, the modules below it, and the paths of the names it brings in."""

    def __init__(self, name, file):
        self.name, self.file = name, file
        code = without_tests(NOT_CODE.sub('""', file.read_text(encoding="utf-8")))
        below = file.parent if file.name in ("lib.rs", "mod.rs") else file.with_suffix("")
        self.children = {}
        for child in MODULE.findall(code):
            places = (below / f"{child}.rs", below / child / "mod.rs")
            self.children[child] = next(place for place in places if place.exists())
        used = [leaf for tree in USE.findall(code) for leaf in leaves(tree)]
        self.imports = {alias: path for path, alias in used if alias != "*"}
        named = {path[:-1] if alias == "*" else path for path, alias in used}
        self.paths = named | {split(path) for path in PATH.findall(USE.sub("", code))}


def without_tests(code):
    """Drops each item under `#[cfg(test)]`: up to its `;` or its closing brace."""
    while found := TEST.search(code):
        depth, end = 0, found.end()
        for end in range(found.end(), len(code)):
            depth += {"{": 1, "}": -1}.get(code[end], 0)
            if depth == 0 and code[end] in ";}":
                break
        code = code[: found.start()] + code[end + 1 :]
    return code


def split(path):
    return tuple(step.strip() for step in path.split("::") if step.strip())


def leaves(tree, above=()):
    """The path and the name in this file of all that a `use` brings in."""
    head, brace, body = tree.strip().partition("{")
    if brace:
        above += split(head)
        part, depth = "", 0
        for sign in body[: body.rindex("}")] + ",":
            if sign == "," and depth == 0:
                if part.strip():
                    yield from leaves(part, above)
                part = ""
            else:
                depth += {"{": 1, "}": -1}.get(sign, 0)
                part += sign
        return
    path, _, alias = head.partition(" as ")
    path = above + split(path)
    path = path[:-1] if path[-1] == "self" else path
    yield path, alias.strip() or path[-1]


def read(root):
    """All modules of a crate by their names; the crate itself is `()`."""
    modules, waiting = {}, [((), root)]
    while waiting:
        name, file = waiting.pop()
        modules[name] = Module(name, file)
        waiting += [(name + (child,), below) for child, below in modules[name].children.items()]
    return modules


def home(modules, at, path, seen=frozenset()):
    """The module in which stands what `path` names in module `at`; None if it lies outside the crate."""
    steps = list(path)
    if steps[0] == "crate":
        here, steps = (), steps[1:]
    elif steps[0] in ("self", "super"):
        here = at
        while steps and steps[0] in ("self", "super"):
            here = here[:-1] if steps.pop(0) == "super" else here
    elif steps[0] in modules[at].children:
        here = at
    elif steps[0] in modules[at].imports:
        return through(modules, at, steps, seen)
    else:
        return None
    while steps:
        if steps[0] in modules[here].children:
            here += (steps.pop(0),)
        elif steps[0] in modules[here].imports:
            return through(modules, here, steps, seen) or here
        else:
            break
    return here


def through(modules, at, steps, seen):
    """Follows the import of a module that the first step names."""
    if (at, steps[0]) in seen:
        return None
    return home(modules, at, modules[at].imports[steps[0]] + tuple(steps[1:]), seen | {(at, steps[0])})


def arrows(modules):
    """Which names each module takes from which other."""
    found = {name: {} for name in modules}
    for name, module in modules.items():
        for path in module.paths:
            to = home(modules, name, path)
            if to is not None and to != name[: len(to)]:
                found[name].setdefault(to, set()).add("::".join(path))
    return found


def circles(arrows):
    """Groups of modules that reach one another (Tarjan's strongly connected components)."""
    order, lowest, path, groups = {}, {}, [], []

    def visit(name):
        order[name] = lowest[name] = len(order)
        path.append(name)
        for to in arrows[name]:
            if to not in order:
                visit(to)
            if to in path:
                lowest[name] = min(lowest[name], lowest[to])
        if lowest[name] == order[name]:
            group = path[path.index(name) :]
            del path[path.index(name) :]
            if len(group) > 1:
                groups.append(sorted(group))

    for name in sorted(arrows):
        if name not in order:
            visit(name)
    return groups


def main(folder):
    modules = read(Path(folder) / "lib.rs")
    found = arrows(modules)
    groups = circles(found)
    for group in groups:
        print(f"a circle of {len(group)} files:")
        for name in group:
            for to in (to for to in group if to in found[name]):
                print(f"    {modules[name].file} needs {modules[to].file}: {', '.join(sorted(found[name][to]))}")
    return 1 if groups else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "src"))
