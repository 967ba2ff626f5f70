"""Rules on examples: they must be there, and they must be true."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from .document import Problem, Spec, join, mapping

DOCUMENT_URI = "urn:document"
FORMATS = FormatChecker(formats=())
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)")


def is_date_time(value: object) -> bool:
    """Tell whether text is an RFC 3339 moment; other types are left to the type check."""
    if not isinstance(value, str):
        return True
    return bool(DATE_TIME.fullmatch(value)) and datetime.fromisoformat(value) is not None


def is_uuid(value: object) -> bool:
    """Tell whether text is a UUID with hyphens; other types are left to the type check."""
    return not isinstance(value, str) or str(uuid.UUID(value)) == value.lower()


# The library checks date-time only if an optional package happens to be installed.
FORMATS.checks("date-time", raises=ValueError)(is_date_time)
FORMATS.checks("uuid", raises=ValueError)(is_uuid)


def missing_example(spec: Spec) -> Iterator[Problem]:
    """Demand an example on every body."""
    for _, pointer, node in spec.of_kind("media-type"):
        if "example" not in node and not mapping(node.get("examples")):
            yield pointer, "body has no example"


def false_example(spec: Spec) -> Iterator[Problem]:
    """Refuse examples that their own schema refuses."""
    registry = Registry().with_resource(DOCUMENT_URI, DRAFT202012.create_resource(spec.data))
    for _, pointer, node in spec.of_kind("media-type", "parameter", "header"):
        if "schema" not in node:
            continue
        reference = {"$ref": DOCUMENT_URI + quote(join(pointer, "schema"), safe="#/~")}
        validator = Draft202012Validator(reference, registry=registry, format_checker=FORMATS)
        for place, value in _examples(pointer, node):
            for error in validator.iter_errors(value):
                reason = error.message.splitlines()[0][:160]
                yield place, f"does not fit its schema at {error.json_path}: {reason}"


def _examples(pointer: str, node: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    if "example" in node:
        yield join(pointer, "example"), node["example"]
    for name, entry in mapping(node.get("examples")).items():
        yield join(pointer, "examples", name), mapping(entry).get("value")
