"""Rules on schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .document import SCHEMA_KINDS, Problem, Spec, mapping, sequence

SHAPING = ("properties", "additionalProperties", "patternProperties", "anyOf", "oneOf", "allOf", "$ref")


def bare_object(spec: Spec) -> Iterator[Problem]:
    """Refuse objects that say nothing about their members, and schemas that say nothing at all."""
    for _, pointer, node in spec.of_kind(*SCHEMA_KINDS):
        types = node.get("type")
        is_object = types == "object" or (isinstance(types, list) and "object" in types)
        if is_object and not any(key in node for key in SHAPING):
            yield pointer, "object without properties; free-form data needs additionalProperties: true"
        if not node:
            yield pointer, "empty schema; describe what it stands for"


def inline_enum(spec: Spec) -> Iterator[Problem]:
    """Refuse enumerations outside the named schemas, because they would get made-up class names."""
    for _, pointer, node in spec.of_kind("property", "schema"):
        if "enum" in node:
            yield pointer, "enumeration must be a component schema of its own"


def colliding_enum(spec: Spec) -> Iterator[Problem]:
    """Refuse enumeration values that become the same member name."""
    for _, pointer, node in spec.of_kind(*SCHEMA_KINDS):
        seen: dict[str, object] = {}
        for value in sequence(node.get("enum")):
            name = re.sub(r"[^A-Z0-9]+", "_", str(value).upper())
            if name in seen:
                yield pointer, f"enum value {value} collides with {seen[name]} after upper-casing"
            seen.setdefault(name, value)


def unknown_required(spec: Spec) -> Iterator[Problem]:
    """Refuse required names that are no property of the schema."""
    for _, pointer, node in spec.of_kind(*SCHEMA_KINDS):
        for name in sequence(node.get("required")):
            if name not in mapping(node.get("properties")):
                yield pointer, f"required names {name}, which is not a property"


def nullable_keyword(spec: Spec) -> Iterator[Problem]:
    """Refuse `nullable`, which OpenAPI 3.1 ignores without a word."""
    for _, pointer, node in spec.of_kind(*SCHEMA_KINDS):
        if "nullable" in node:
            yield pointer, 'nullable belongs to OpenAPI 3.0; add "null" to the type'
