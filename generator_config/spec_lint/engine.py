"""The rules in the order they run, and the function that runs them on a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from openapi_spec_validator import OpenAPIV31SpecValidator

from . import examples, extensions, schemas, structure, text
from .document import Finding, Problem, Spec, join

Rule = Callable[[Spec], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    structure.missing_document_part,
    structure.missing_description,
    structure.incomplete_operation,
    structure.duplicate_operation_id,
    structure.undeclared_tag,
    structure.unknown_security_scheme,
    structure.incomplete_parameter,
    structure.incomplete_response,
    structure.unused_component,
    structure.unsorted_schemas,
    extensions.unknown_extension,
    extensions.malformed_source,
    extensions.malformed_idempotent,
    extensions.malformed_pagination,
    extensions.malformed_accepts,
    extensions.unmarked_secret,
    extensions.malformed_bodiless,
    extensions.malformed_server,
    schemas.bare_object,
    schemas.inline_enum,
    schemas.colliding_enum,
    schemas.unknown_required,
    schemas.nullable_keyword,
    examples.missing_example,
    examples.false_example,
)


def lint_file(path: Path) -> list[Finding]:
    """Return everything that is wrong with one document, in a stable order."""
    content = path.read_bytes().decode()
    data, broken = text.parse(content)
    if data is None:
        return broken
    findings = [*text.style(content)]
    findings += _named("shared_node", text.shared_node(content))
    spec = Spec(data)
    # Each step presumes what the one before makes sure of: text keys, sound references, valid OpenAPI.
    return findings + (
        _named("ambiguous_scalar", text.ambiguous_scalar(content, data))
        or _named("unresolved_reference", structure.unresolved_reference(spec))
        or _named("openapi", _validity(spec))
        or [finding for rule in RULES for finding in _named(rule.__name__, rule(spec))]
    )


def _validity(spec: Spec) -> Iterator[Problem]:
    for error in OpenAPIV31SpecValidator(spec.data).iter_errors():
        path = getattr(error, "absolute_path", ())
        yield join("#", *path), str(getattr(error, "message", error)).splitlines()[0][:200]


def _named(name: str, problems: Iterator[Problem]) -> list[Finding]:
    return [Finding(pointer, message, name.replace("_", "-")) for pointer, message in problems]
