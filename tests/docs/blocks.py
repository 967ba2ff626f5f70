"""Find the code blocks of the documentation."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import frozen

__all__ = ["ROOT", "Block", "find_blocks", "find_documents"]

ROOT = Path(__file__).resolve().parents[2]
_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"<!-- not executed: (?P<reason>[^>]+) -->\n\Z")


@frozen
class Block:
    """
    One fenced block.

    Args:
        document: Where it is.
        line: The line of its first line of code.
        language: What is written behind the fence.
        code: What is inside.
        reason: Why it is not executed; ``None`` when it is.
    """

    document: Path
    line: int
    language: str
    code: str
    reason: str | None

    @property
    def name(self) -> str:
        """A name for messages and for a file."""
        place = self.document.relative_to(ROOT).with_suffix("").as_posix().replace("/", "_")
        return f"{place}_{self.line}".replace("-", "_").lower()


def find_documents() -> list[Path]:
    """Return all pages that users and contributors read."""
    patterns = ("*.md", "docs/*.md", "overlays/*/*.md", "tests/**/*.md")
    return sorted({path for pattern in patterns for path in ROOT.glob(pattern)})


def find_blocks(document: Path) -> list[Block]:
    """Return the fenced blocks of a page."""
    text = document.read_text(encoding="utf-8")
    blocks = []
    for match in _FENCE.finditer(text):
        mark = _MARK.search(text, 0, match.start())
        line = text.count("\n", 0, match.start("code")) + 1
        reason = mark["reason"] if mark else None
        blocks.append(Block(document, line, match["language"], match["code"], reason))
    return blocks
