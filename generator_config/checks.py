"""
Refuse what the generator would silently drop, lose or overwrite.

openapi-python-client ends with status 0 after leaving out an operation, forgets parameters that
are described by ``content`` and lets a second operation overwrite a first of the same name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from openapi_python_client import strings

from .naming import RESERVED_ARGUMENTS, RESERVED_ATTRIBUTES, member_name, python_name
from .spec import Spec, SpecError

__all__ = ["check_spec"]

_PAGINATION_KEYS = {"style", "items", "next", "cursor", "page_size", "max_page_size"}
_ACCEPTS = {"integer", "list"}
_EXTENSIONS = {
    "operation": {"x-source", "x-idempotent", "x-pagination"},
    "parameter": {"x-secret", "x-accepts", "x-client-default"},
    "schema": {"x-source", "x-secret", "x-enum-varnames", "x-union"},
}


def check_spec(spec: Spec) -> list[SpecError]:
    """Return everything that is wrong with a specification as far as generation is concerned."""
    errors = list(_unknown_references(spec))
    if errors:
        return errors  # the other checks follow references
    return [
        *_lost_parameters(spec),
        *_operation_names(spec),
        *_operation_extensions(spec),
        *_schema_names(spec),
        *_property_names(spec),
        *_enum_members(spec),
        *_unions(spec),
    ]


def _unknown_references(spec: Spec) -> Iterator[SpecError]:
    for pointer, target in spec.references():
        try:
            spec.lookup(target)
        except (KeyError, TypeError):
            yield spec.error(pointer, f"unknown $ref {target!r}")


def _parameters(spec: Spec, operation: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    for index, parameter in enumerate(operation.get("parameters", [])):
        yield index, spec.resolve(parameter)


def _lost_parameters(spec: Spec) -> Iterator[SpecError]:
    for path, _, operation, pointer in spec.operations():
        names: dict[str, str] = {}
        if "parameters" in spec.document["paths"][path]:
            yield spec.error(pointer, "parameters of a whole path are not supported; list them here")
        for index, parameter in _parameters(spec, operation):
            element = f"{pointer}/parameters/{index}"
            name = str(parameter.get("name"))
            if "schema" not in parameter:
                yield spec.error(
                    element, f"parameter {name!r} has no schema; the generator would lose it without a word"
                )
                continue
            if parameter.get("in") not in {"path", "query", "header"}:
                yield spec.error(element, f"parameter {name!r} is in {parameter.get('in')!r}")
            argument = python_name(name)
            if argument in RESERVED_ARGUMENTS:
                yield spec.error(element, f"parameter {name!r} collides with the argument {argument!r}")
            elif argument in names:
                yield spec.error(
                    element,
                    f"parameters {names[argument]!r} and {name!r} have the same Python name {argument!r}",
                )
            names[argument] = name


def _operation_names(spec: Spec) -> Iterator[SpecError]:
    seen: dict[str, str] = {}
    for _, _, operation, pointer in spec.operations():
        identifier = operation.get("operationId")
        if not identifier:
            yield spec.error(pointer, "operationId is missing")
            continue
        name = python_name(identifier)
        if name in seen:
            yield spec.error(
                pointer,
                f"operationIds {seen[name]!r} and {identifier!r} have the same Python name {name!r};"
                " one would overwrite the other",
            )
        seen[name] = identifier


def _unknown_extensions(element: dict[str, Any], kind: str) -> Iterable[str]:
    return (key for key in element if key.startswith("x-") and key not in _EXTENSIONS[kind])


def _operation_extensions(spec: Spec) -> Iterator[SpecError]:
    for _, _, operation, pointer in spec.operations():
        for key in _unknown_extensions(operation, "operation"):
            yield spec.error(pointer, f"unknown extension {key!r}")
        if not isinstance(operation.get("x-idempotent"), bool):
            yield spec.error(
                f"{pointer}/x-idempotent", f"must be true or false, not {operation.get('x-idempotent')!r}"
            )
        if "x-pagination" in operation:
            yield from _pagination(spec, operation, f"{pointer}/x-pagination")
        for index, parameter in _parameters(spec, operation):
            element = f"{pointer}/parameters/{index}"
            for key in _unknown_extensions(parameter, "parameter"):
                yield spec.error(element, f"unknown extension {key!r}")
            for key in ("x-secret", "x-client-default"):
                if not isinstance(parameter.get(key, False), bool):
                    yield spec.error(f"{element}/{key}", f"must be true or false, not {parameter[key]!r}")
            accepts = parameter.get("x-accepts", [])
            if not isinstance(accepts, list) or not set(map(str, accepts)) <= _ACCEPTS:
                yield spec.error(
                    f"{element}/x-accepts", f"must be a list of {sorted(_ACCEPTS)}, not {accepts!r}"
                )


def _pagination(spec: Spec, operation: dict[str, Any], pointer: str) -> Iterator[SpecError]:
    pagination = operation["x-pagination"]
    if not isinstance(pagination, dict) or set(pagination) != _PAGINATION_KEYS:
        yield spec.error(pointer, f"must have exactly the members {sorted(_PAGINATION_KEYS)}")
        return
    if pagination["style"] != "cursor":
        yield spec.error(pointer, f"style must be 'cursor', not {pagination['style']!r}")
    if not isinstance(pagination["max_page_size"], int):
        yield spec.error(pointer, f"max_page_size must be a number, not {pagination['max_page_size']!r}")
    names = {parameter.get("name") for _, parameter in _parameters(spec, operation)}
    for key in ("cursor", "page_size"):
        if pagination[key] not in names:
            yield spec.error(pointer, f"{key} names the unknown parameter {pagination[key]!r}")
    schema = _success_schema(spec, operation)
    for key in ("items", "next"):
        if pagination[key] not in schema.get("properties", {}):
            yield spec.error(pointer, f"{key} names the unknown response property {pagination[key]!r}")


def _success_schema(spec: Spec, operation: dict[str, Any]) -> dict[str, Any]:
    for status, response in operation.get("responses", {}).items():
        if str(status).startswith("2"):
            content = spec.resolve(response).get("content", {})
            schema: dict[str, Any] = spec.resolve(content.get("application/json", {}).get("schema", {}))
            return schema
    return {}


def _schema_names(spec: Spec) -> Iterator[SpecError]:
    seen: dict[str, str] = {}
    for name, schema in spec.schemas.items():
        key = strings.pascal_case(name).lower()
        if key in seen:
            yield spec.error(
                f"#/components/schemas/{name}", f"has the same Python name as the schema {seen[key]!r}"
            )
        seen[key] = name
        for extension in _unknown_extensions(schema, "schema"):
            yield spec.error(f"#/components/schemas/{name}", f"unknown extension {extension!r}")


def _property_names(spec: Spec) -> Iterator[SpecError]:
    for schema_name, schema in spec.schemas.items():
        seen: dict[str, str] = {}
        for name in schema.get("properties", {}):
            element = f"#/components/schemas/{schema_name}/properties/{name}"
            attribute = python_name(name)
            if attribute in RESERVED_ATTRIBUTES:
                yield spec.error(element, f"collides with the model member {attribute!r}")
            elif attribute in seen:
                yield spec.error(element, f"has the same Python name as {seen[attribute]!r}")
            seen[attribute] = name


def _enum_members(spec: Spec) -> Iterator[SpecError]:
    for schema_name, schema in spec.schemas.items():
        values = schema.get("enum", [])
        element = f"#/components/schemas/{schema_name}"
        names = schema.get("x-enum-varnames") or [member_name(str(value)) for value in values]
        if len(names) != len(values):
            yield spec.error(element, "x-enum-varnames must name every value of enum")
        if len(set(names)) != len(names):
            yield spec.error(element, "two values of enum have the same Python name; use x-enum-varnames")


def _unions(spec: Spec) -> Iterator[SpecError]:
    for schema_name, schema in spec.schemas.items():
        if "x-union" not in schema:
            continue
        element = f"#/components/schemas/{schema_name}/x-union"
        union = schema["x-union"]
        if not isinstance(union, dict) or set(union) != {"name", "tag", "members"}:
            yield spec.error(element, "must have exactly the members ['members', 'name', 'tag']")
            continue
        properties = schema.get("properties", {})
        for name in [union["tag"], *union["members"].values()]:
            if name not in properties:
                yield spec.error(element, f"names the unknown property {name!r}")
        if python_name(union["name"]) in {python_name(name) for name in properties}:
            yield spec.error(element, f"the name {union['name']!r} is that of a property")
