"""The facts of a source page, one small record each."""

from __future__ import annotations

from typing import Literal, Required, TypedDict

Kind = Literal[
    "base_url",
    "operation",
    "parameter",
    "return_type",
    "authorization",
    "content_type",
    "accept",
    "status",
    "header",
]


class Row(TypedDict, total=False):
    """One fact; which keys are filled depends on `kind`."""

    kind: Required[Kind]
    operation: str
    """The operation's name as the page spells it."""
    value: str | None
    """Base URL, return type, scheme name or media type; `None` where the page says there is none."""
    method: str
    path: str
    described: bool
    """Whether the page has a text for it. The text itself belongs to the vendor and is not kept."""
    name: str
    place: Literal["path", "query", "body"]
    type: str
    required: bool
    status: str
    header: str


class Page(TypedDict):
    """One source page: what it is, what identifies its text, and its facts."""

    spec: str
    format: str
    sha256: str
    bytes: int
    table_rows: int
    rows: list[Row]


def label(row: Row) -> str:
    """
    Name a row readably and uniquely within its page.
    """
    parts: list[str] = [row.get("operation", "page"), row["kind"]]
    parts += [text for key in ("status", "header", "name") if (text := _text(row, key))]
    if row["kind"] in ("base_url", "authorization", "content_type", "accept", "return_type"):
        parts.append(str(row.get("value")))
    return "-".join(parts)


def operation_id(name: str) -> str:
    """
    Turn a page's spelling of an operation into the specification's operationId.

    Generators add `_0` to tell two client methods of one operation apart; that is no part of the name.
    """
    stem, _, suffix = name.rpartition("_")
    head, *tail = (stem if stem and suffix.isdigit() else name).split("_")
    return head[:1].lower() + head[1:] + "".join(word[:1].upper() + word[1:] for word in tail)


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""
