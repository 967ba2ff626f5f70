"""Links lead somewhere, commands exist, and nothing of one machine got into a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from .blocks import ROOT, find_blocks, find_documents

EACH_PAGE = pytest.mark.parametrize(
    "page", find_documents(), ids=lambda page: page.relative_to(ROOT).as_posix()
)
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_TARGET = re.compile(r"\bmake ((?:[a-z]+)(?:-[a-z]+)*)")
_HEADING = re.compile(r"^#+ (?P<title>.+)$", re.MULTILINE)
_SKIPPED = {".git", ".venv", ".cache", "build", "dist", "node_modules", "generated"}
_TEXTS = {".md", ".py", ".toml", ".yaml", ".yml", ".txt", ".json", ".jinja", ".j2", ".cfg", ".ini", ".sh", ""}
# Put together here, so that this file does not contain them.
FORBIDDEN = re.compile(
    "|".join(
        [
            re.escape("py" + "pi.org"),
            re.escape("files." + "pythonhosted"),
            "registry." + "npmjs",
            r"(?<![\w.])/" + r"(?:home|Users)/\w",
            r"(?<![\w.])/" + "root/",
        ]
    )
)


def make_targets() -> set[str]:
    """Return the targets of the Makefile."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):", text, re.MULTILINE))


def anchors(page: Path) -> set[str]:
    """Return the anchors that a page's headings get."""
    titles = (match["title"] for match in _HEADING.finditer(page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def without_code(page: Path) -> str:
    """Return the text of a page without its fenced blocks."""
    text = page.read_text(encoding="utf-8")
    for block in find_blocks(page):
        text = text.replace(block.code, "")
    return text


@EACH_PAGE
def test_links_resolve(page: Path) -> None:
    """A relative link leads to a file of the repository and to a heading that is there."""
    broken = []
    for match in _LINK.finditer(without_code(page)):
        path, _, anchor = match["target"].partition("#")
        if re.match(r"[a-z]+:", match["target"]):
            continue
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(match["target"])
    assert broken == []


@EACH_PAGE
def test_commands_exist(page: Path) -> None:
    """Each ``make`` target that a page names is one."""
    shown = re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8"))
    shown += [block.code for block in find_blocks(page) if block.language in {"", "sh", "console"}]
    named = {target for text in shown for target in _TARGET.findall(text)}
    assert named - make_targets() == set()


def test_front_page_lists_every_target() -> None:
    """The table of targets on the front page is complete."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = {target for target in make_targets() if f"`make {target}`" not in text}
    # The list itself is what `make` alone prints.
    assert missing == {"help"}


def test_front_page_begins_with_the_two_commands() -> None:
    """After one sentence a newcomer reads what to type, and nothing is needed before."""
    first = find_blocks(ROOT / "README.md")[0]
    assert first.code.split("\n")[:2] == [
        "make demo    # installs the packages and calls every operation against a local server",
        "make test    # runs all tests",
    ]
    assert first.line < 10


def is_ours(path: Path) -> bool:
    """Tell what people write from what tools leave behind."""
    parts = path.relative_to(ROOT).parts
    return _SKIPPED.isdisjoint(parts) and not any(part.endswith("_cache") for part in parts)


def texts() -> Iterator[Path]:
    """Return all text files of the repository that people write."""
    for path in sorted(ROOT.rglob("*")):
        if is_ours(path) and path.suffix in _TEXTS and path.is_file() and not path.is_symlink():
            yield path


def test_no_machine_in_the_files() -> None:
    """No file names a package registry's host or somebody's home directory."""
    found = []
    for path in texts():
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in FORBIDDEN.finditer(text)]
    assert found == []
