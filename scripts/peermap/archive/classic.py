"""ES modules as one classic script each, for browsers load no module from ``file://``.

Only the forms of ``import`` and ``export`` that our own scripts use are known. Any other is a
ValueError that names the file, so that no script is broken in silence.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping

NAMES = r"\{(?P<names>[^}]*)\}"
FROM = r"""\s*from\s*["'](?P<path>\.[^"']+)["'];?[ \t]*$"""
IMPORT = re.compile(rf"^import\s+(?:{NAMES}|\*\s+as\s+(?P<all>\w+)){FROM}", re.MULTILINE)
BARE = re.compile(r"""^import\s+["'](?P<path>\.[^"']+)["'];?[ \t]*$""", re.MULTILINE)
LATER = re.compile(r"""\bimport\(\s*["'](?P<path>\.[^"')]+)["']\s*\)(?!\.\w)""")
PASSED_ON = re.compile(rf"^export\s+{NAMES}{FROM}", re.MULTILINE)
AT_ONCE = (IMPORT, BARE, PASSED_ON)
LISTED = re.compile(rf"^export\s+{NAMES};?[ \t]*$", re.MULTILINE)
DECLARED = re.compile(
    r"^export\s+(?P<declaration>(?:async\s+)?function\*?|class|const)\s+(?P<name>[\w$]+)",
    re.MULTILINE,
)
LEFT = re.compile(r"^(?:import|export)\b(?!\().*$", re.MULTILINE)
COMMENT = re.compile(r"/\*\*.*?\*/", re.DOTALL)
HERE = "document.currentScript.src"


def classic_script(modules: Mapping[str, str], entry: str) -> str:
    """A module and all that it imports as one script. ``modules`` is path → text, and a path is
    seen from one root. Raises KeyError for an import that leads nowhere.
    """
    bodies = "".join(
        f"of[{path!r}] = (() => {{ // {path}\n{body(path, modules[path])}\n}})();\n"
        for path in in_order(modules, entry)
    )
    return f'"use strict";\n(() => {{\nconst here = {HERE};\nconst of = {{}};\n{bodies}}})();\n'


def in_order(modules: Mapping[str, str], entry: str) -> tuple[str, ...]:
    """The paths of a module and of all that it imports, each after those that it needs.

    Raises ValueError where modules import each other in a circle.
    """
    order: dict[str, None] = {}

    def walk(path: str, above: tuple[str, ...]) -> None:
        if path in order:
            return
        if path in above:
            raise ValueError(f"{path}: imports itself by way of {', '.join(above)}")
        for needed in imported(path, modules[path]):
            walk(needed, (*above, path))
        order[path] = None

    walk(entry, ())
    return tuple(order)


def imported(path: str, text: str) -> Iterator[str]:
    """The paths of the modules that a module imports, at once or later."""
    return paths((*AT_ONCE, LATER), path, text)


def imported_at_once(path: str, text: str) -> Iterator[str]:
    """The paths of the modules without which a module does not run."""
    return paths(AT_ONCE, path, text)


def paths(forms: Iterable[re.Pattern[str]], path: str, text: str) -> Iterator[str]:
    """The paths that a module at ``path`` names in these forms of import."""
    text = COMMENT.sub("", text)
    return (joined(path, found["path"]) for form in forms for found in form.finditer(text))


def joined(path: str, other: str) -> str:
    """The path that a module at ``path`` names ``other``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), other))


def body(path: str, text: str) -> str:
    """The body of a function that does what the module does and returns what it exports.

    Comments of several lines go: they hold types, which name modules too.
    """
    text, exported = COMMENT.sub("", text), dict[str, str]()

    def from_list(found: re.Match[str]) -> str:
        exported.update((alias, name) for name, alias in pairs(found["names"]))
        return ""

    def passed_on(found: re.Match[str]) -> str:
        source = module(path, found)
        exported.update((alias, f"{source}.{name}") for name, alias in pairs(found["names"]))
        return ""

    def declared(found: re.Match[str]) -> str:
        exported[found["name"]] = found["name"]
        return f"{found['declaration']} {found['name']}"

    def taken(found: re.Match[str]) -> str:
        if found["all"]:
            return f"const {found['all']} = {module(path, found)};"
        names = ", ".join(f"{name}: {alias}" for name, alias in pairs(found["names"]))
        return f"const {{ {names} }} = {module(path, found)};"

    text = IMPORT.sub(taken, text)
    text = BARE.sub("", text)
    text = LATER.sub(lambda found: f"Promise.resolve({module(path, found)})", text)
    text = PASSED_ON.sub(passed_on, text)
    text = LISTED.sub(from_list, text)
    text = DECLARED.sub(declared, text)
    text = text.replace("import.meta.url", f"new URL({posixpath.basename(path)!r}, here).href")
    if left := LEFT.search(text):
        raise ValueError(f"{path}: {left[0]!r} cannot stand in a classic script")
    given = ", ".join(f"{alias}: {name}" for alias, name in sorted(exported.items()))
    return f"{text.rstrip()}\nreturn {{ {given} }};"


def module(path: str, found: re.Match[str]) -> str:
    """What an imported module has exported, as an expression."""
    return f"of[{joined(path, found['path'])!r}]"


def pairs(names: str) -> Iterator[tuple[str, str]]:
    """Each name of a list in braces, with the name it is given: ``a, b as c``."""
    for part in filter(None, (part.strip() for part in names.split(","))):
        name, _, alias = part.partition(" as ")
        yield name.strip(), (alias or name).strip()
