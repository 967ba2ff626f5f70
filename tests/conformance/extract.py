"""
Read the vendors' source pages into rows of facts.

Usage: `python -m tests.conformance.extract PAGES_DIR` rewrites `source_pages.json` beside this module.

The pages come in three dialects of generated Markdown: a Java SDK's, a .NET SDK's and OpenAPI Generator's
Python client's. They differ in headings, in whether table rows start with a bar, and in which sections they
have. What the extractor does not understand is an error, so that no row can be lost silently.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.conformance.rows import Page, Row, label

FACTS: Final = Path(__file__).with_name("source_pages.json")

# The class a page documents decides which specification has to contain it.
SPECS: Final = {
    "ConnectionsApi": "snaptrade.yaml",
    "JourneyApi": "genesys_journey.yaml",
    "EventsApi": "stream_chat.yaml",
}
FENCES: Final = {"```java": "java", '```{"language":"csharp"}': "dotnet", "```python": "python"}

TITLE = re.compile(r"#{1,2} (?:[\w.]+\.)?(\w+Api)$")
BASE_URL = re.compile(r"All URIs are relative to \*(\S+)\*$")
OPERATION_HEADING = re.compile(r"(?:# \*\*(\w+)\*\*|## (?:\[\*\*.+\*\*\]\(.+?\)|void) (\w+) \(.*\))$")
SECTION = re.compile(r"### (.+)$")
RULE = re.compile(r"\|?\s*-{3,}[\s|-]*$")
BOLD = re.compile(r"(?:\[\*\*(.+?)\*\*\]\([^)]*\)|\*\*(.+?)\*\*)$")
ROUTE = re.compile(r"\*\*([A-Z]+)\*\* (/\S*)$")
SCHEME = re.compile(r"\[([^\]]+)\]\([^)]*\)")
MEDIA_TYPES = re.compile(r" - \*\*(Content-Type|Accept)\*\*: (.+)$")
HEADER = re.compile(r"\* ([\w-]+) - (.+)$")
OAUTH_COMMENT = re.compile(r"\s*// Configure OAuth2 access token for authorization: (.+)$")

OPERATIONS_TABLE = ("Method", "HTTP request", "Description")
PARAMETERS_TABLE = ("Name", "Type", "Description", "Notes")
STATUSES_TABLE = ("Status code", "Description", "Response headers")


class UnknownRowError(ValueError):
    """A line that looks like a fact but matches nothing the extractor knows."""

    def __init__(self, number: int, line: str) -> None:
        super().__init__(f"line {number} is not understood: {line!r}")


class PageReader:
    """Walk over one page and collect its rows."""

    def __init__(self, text: str) -> None:
        self.rows: list[Row] = []
        self.table_rows = 0
        self.api = ""
        self.format = ""
        self._paths: dict[str, str] = {}
        self._headings: list[str] = []
        self._section = ""
        self._columns: tuple[str, ...] = ()
        self._header: tuple[str, ...] = ()
        self._fenced = False
        for number, line in enumerate(text.splitlines(), start=1):
            try:
                self._read(line.rstrip())
            except ValueError as error:
                raise UnknownRowError(number, line) from error
        self._check_complete()

    @property
    def _operation(self) -> str:
        if not self._headings:
            raise ValueError("no operation has started yet")
        return self._headings[-1]

    def _read(self, line: str) -> None:
        if line.startswith("```"):
            self._fenced = not self._fenced
            self.format = self.format or FENCES.get(line, "")
        elif self._fenced:
            self._read_code(line)
        elif RULE.match(line) and self._header:
            self._columns = self._header
        elif self._header and not self._columns:
            raise ValueError("a table without a rule under its header")
        elif not line.strip() or line.startswith("{:"):
            self._columns = self._header = ()
        elif self._columns:
            self._read_table_row(_cells(line, len(self._columns)))
        elif " | " in line or line.startswith("|"):
            self._header = _cells(line)
        else:
            self._read_prose(line)

    def _read_code(self, line: str) -> None:
        # The .NET page names its scheme nowhere but in the comment of its example.
        if self.format == "dotnet" and (match := OAUTH_COMMENT.match(line)):
            self._add({"kind": "authorization", "operation": self._operation, "value": match[1]})

    def _read_prose(self, line: str) -> None:
        if match := TITLE.match(line):
            self.api = match[1]
        elif match := BASE_URL.match(line):
            self._add({"kind": "base_url", "value": match[1]})
        elif match := OPERATION_HEADING.match(line):
            self._start_operation(match[1] or match[2])
        elif match := SECTION.match(line):
            self._section = match[1]
        elif line.startswith("#"):
            raise ValueError("an unknown heading")
        elif self._section == "Return type":
            value = None if line.endswith("(empty response body)") else _unwrap(line)
            self._add({"kind": "return_type", "operation": self._operation, "value": value})
        elif self._section == "Authorization":
            for scheme in _schemes(line):
                self._add({"kind": "authorization", "operation": self._operation, "value": scheme})
        elif self._section == "HTTP request headers":
            self._read_media_types(line)

    def _start_operation(self, name: str) -> None:
        if name not in self._paths:
            raise ValueError("a section without a row in the table of operations")
        self._headings.append(name)
        self._section = ""

    def _read_media_types(self, line: str) -> None:
        if not (match := MEDIA_TYPES.match(line)):
            raise ValueError("an unknown request header")
        for value in match[2].split(", "):
            self._add(
                {
                    "kind": "content_type" if match[1] == "Content-Type" else "accept",
                    "operation": self._operation,
                    "value": None if value == "Not defined" else value,
                }
            )

    def _read_table_row(self, cells: tuple[str, ...]) -> None:
        if self._columns == OPERATIONS_TABLE:
            self._read_operation(*cells)
        elif self._columns == PARAMETERS_TABLE:
            self._read_parameter(*cells)
        elif self._columns == STATUSES_TABLE:
            self._read_status(*cells)
        else:
            raise ValueError("an unknown table")
        self.table_rows += 1

    def _read_operation(self, name: str, route: str, summary: str) -> None:
        if not (match := ROUTE.match(route)):
            raise ValueError("an unknown route")
        operation = _unwrap(name)
        self._paths[operation] = match[2]
        self._add(
            {
                "kind": "operation",
                "operation": operation,
                "method": match[1],
                "path": match[2],
                "described": bool(summary),
            }
        )

    def _read_parameter(self, name: str, type_: str, description: str, notes: str) -> None:
        if notes not in ("", "[optional]"):
            raise ValueError("an unknown note")
        parameter = _unwrap(name)
        in_path = f"{{{parameter}}}" in self._paths[self._operation]
        # Only models have a page of their own to link to, and only a body is a model.
        in_body = type_.startswith("[")
        self._add(
            {
                "kind": "parameter",
                "operation": self._operation,
                "name": parameter,
                "place": "path" if in_path else "body" if in_body else "query",
                "type": _unwrap(type_),
                "required": not notes,
                "described": bool(description),
            }
        )

    def _read_status(self, status: str, description: str, headers: str) -> None:
        code = _unwrap(status)
        self._add(
            {
                "kind": "status",
                "operation": self._operation,
                "status": code,
                "described": bool(description),
            }
        )
        for header in (part.strip() for part in headers.split("<br>")):
            if header in ("", "-"):
                continue
            if not (match := HEADER.match(header)):
                raise ValueError("an unknown response header")
            self._add(
                {
                    "kind": "header",
                    "operation": self._operation,
                    "status": code,
                    "header": match[1],
                    "described": True,
                }
            )

    def _add(self, row: Row) -> None:
        self.rows.append(row)

    def _check_complete(self) -> None:
        if self.api not in SPECS or not self.format or self._fenced:
            raise ValueError(f"not a known kind of source page: api={self.api!r} format={self.format!r}")
        if sorted(self._headings) != sorted(self._paths):
            raise ValueError(
                f"table of operations {sorted(self._paths)} but sections {sorted(self._headings)}"
            )
        for operation in self._headings:
            kinds = {row["kind"] for row in self.rows if row.get("operation") == operation}
            if not {"operation", "parameter", "return_type", "authorization"} <= kinds:
                raise ValueError(f"{operation} has only {sorted(kinds)}")
        names = [label(row) for row in self.rows]
        if twice := sorted({name for name in names if names.count(name) > 1}):
            raise ValueError(f"stated twice: {twice}")


def _cells(line: str, columns: int | None = None) -> tuple[str, ...]:
    cells = [html.unescape(cell).strip() for cell in line.removeprefix("|").split("|")]
    if cells[-1] == "" and (columns is None or len(cells) == columns + 1):
        cells.pop()
    if columns is not None and len(cells) != columns:
        raise ValueError(f"{len(cells)} cells in a table of {columns} columns")
    return tuple(cells)


def _unwrap(text: str) -> str:
    if not (match := BOLD.match(html.unescape(text).strip())):
        raise ValueError("neither bold text nor a bold link")
    name: str = match[1] or match[2]
    return name


def _schemes(line: str) -> Iterator[str]:
    if SCHEME.sub("", line).strip(", "):
        raise ValueError("an unknown way to state authorization")
    return (match[1] for match in SCHEME.finditer(line))


def extract_page(content: bytes) -> Page:
    """
    Read one page.

    Raises:
        ValueError: If a line that looks like a fact is not understood, or the page is incomplete.
    """
    reader = PageReader(content.decode())
    return {
        "spec": SPECS[reader.api],
        "format": reader.format,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "table_rows": reader.table_rows,
        "rows": sorted(reader.rows, key=lambda row: (row.get("operation", ""), label(row))),
    }


def extract_all(folder: Path) -> dict[str, Page]:
    """
    Read every page of a folder, keyed by file name.
    """
    pages = {path.name: extract_page(path.read_bytes()) for path in sorted(folder.glob("*.md"))}
    if missing := set(SPECS.values()) - {page["spec"] for page in pages.values()}:
        raise ValueError(f"{folder} has no page for {sorted(missing)}")
    return pages


def dump(pages: dict[str, Page]) -> str:
    """
    Write pages as the text of the fact file.
    """
    return json.dumps(pages, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FACTS.write_text(dump(extract_all(Path(sys.argv[1]))), encoding="utf-8")
