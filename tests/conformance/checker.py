"""Decide whether a specification contains a row of a source page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, TypeAlias

from tests.conformance.rows import Kind, Row, label, operation_id

Spec: TypeAlias = Mapping[str, Any]
Node: TypeAlias = Mapping[str, Any]

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

# A page's type name to the JSON type and format it stands for; `None` accepts any format.
TYPES: Final[Mapping[str, tuple[str, str | None]]] = {
    "UUID": ("string", "uuid"),
    "String": ("string", None),
    "string": ("string", None),
    "str": ("string", None),
    "bool": ("boolean", None),
}
LIST = re.compile(r"List<(\w+)>$")


def missing(row: Row, spec: Spec) -> str | None:
    """
    Say what the specification lacks to contain the row.

    Returns:
        `None` if it lacks nothing, else one line that starts with the row's label.
    """
    problem = CHECKS[row["kind"]](row, spec)
    return None if problem is None else f"{label(row)}: {problem}"


def _base_url(row: Row, spec: Spec) -> str | None:
    urls = [server["url"].rstrip("/") for server in spec.get("servers", [])]
    return (
        None if str(row["value"]).rstrip("/") in urls else f"{row['value']} is not among the servers {urls}"
    )


def _operation(row: Row, spec: Spec) -> str | None:
    operation = spec["paths"].get(row["path"], {}).get(row["method"].lower())
    if operation is None:
        return f"there is no {row['method']} {row['path']}"
    if operation.get("operationId") != operation_id(row["operation"]):
        return f"{row['method']} {row['path']} is called {operation.get('operationId')!r}"
    return _described(row, operation.get("summary"))


def _parameter(row: Row, spec: Spec) -> str | None:
    if (found := _find(row, spec)) is None:
        return "the operation is missing"
    if row["place"] == "body":
        return _body(row, spec, found[1])
    for parameter in _parameters(spec, *found):
        # SDKs spell a parameter with a small first letter where the wire has a capital one.
        name = parameter["name"][:1].lower() + parameter["name"][1:]
        if (name, parameter["in"]) == (row["name"], row["place"]):
            break
    else:
        return f"there is no {row['place']} parameter {row['name']}"
    if parameter.get("required", False) is not row["required"]:
        return f"required is {parameter.get('required', False)} instead of {row['required']}"
    return _type(row, _resolve(spec, parameter.get("schema", {}))) or _described(
        row, parameter.get("description")
    )


def _type(row: Row, schema: Node) -> str | None:
    if row["type"] not in TYPES:
        return f"no rule for the type {row['type']}"
    type_, format_ = TYPES[row["type"]]
    if schema.get("type") != type_:
        return f"type is {schema.get('type')} instead of {type_}"
    if format_ is not None and schema.get("format") != format_:
        return f"format is {schema.get('format')} instead of {format_}"
    return None


def _body(row: Row, spec: Spec, operation: Node) -> str | None:
    body = _resolve(spec, operation.get("requestBody", {}))
    if body.get("required", False) is not row["required"]:
        return f"a required body is {body.get('required', False)} instead of {row['required']}"
    names = [_schema_name(spec, media.get("schema", {})) for media in body.get("content", {}).values()]
    return None if names and set(names) == {row["type"]} else f"the body is {names} instead of {row['type']}"


def _return_type(row: Row, spec: Spec) -> str | None:
    if (found := _find(row, spec)) is None:
        return "the operation is missing"
    expected = row["value"]
    if expected is not None and (match := LIST.match(expected)):
        expected = f"[{match[1]}]"
    names: list[str | None] = []
    for _, response in _successes(spec, found[1]):
        media = response.get("content", {})
        names += [_schema_name(spec, body.get("schema", {})) for body in media.values()] or [None]
    return None if expected in names else f"a success returns {names} instead of {expected}"


def _authorization(row: Row, spec: Spec) -> str | None:
    if (found := _find(row, spec)) is None:
        return "the operation is missing"
    wanted = _plain(str(row["value"]))
    defined = {_plain(name) for name in spec.get("components", {}).get("securitySchemes", {})}
    if wanted not in defined:
        return f"there is no security scheme {row['value']}"
    required = found[1].get("security", spec.get("security", []))
    used = {_plain(name) for alternative in required for name in alternative}
    return None if wanted in used else f"the operation does not use {row['value']}"


def _content_type(row: Row, spec: Spec) -> str | None:
    if (found := _find(row, spec)) is None:
        return "the operation is missing"
    types = list(_resolve(spec, found[1].get("requestBody", {})).get("content", {}))
    return _media_type(row, types)


def _accept(row: Row, spec: Spec) -> str | None:
    if (found := _find(row, spec)) is None:
        return "the operation is missing"
    types = [type_ for _, response in _successes(spec, found[1]) for type_ in response.get("content", {})]
    return _media_type(row, types)


def _media_type(row: Row, types: list[str]) -> str | None:
    wanted = row["value"]
    fits = not types if wanted is None else wanted in types
    return None if fits else f"media types are {types} instead of {wanted}"


def _status(row: Row, spec: Spec) -> str | None:
    response = _response(row, spec)
    if response is None:
        return f"status {row['status']} is missing"
    return _described(row, response.get("description"))


def _header(row: Row, spec: Spec) -> str | None:
    headers = (_response(row, spec) or {}).get("headers", {})
    for name, header in headers.items():
        if name.lower() == row["header"].lower():
            return _described(row, _resolve(spec, header).get("description"))
    return f"status {row['status']} has the headers {sorted(headers)} only"


CHECKS: Final[Mapping[Kind, Callable[[Row, Spec], str | None]]] = {
    "base_url": _base_url,
    "operation": _operation,
    "parameter": _parameter,
    "return_type": _return_type,
    "authorization": _authorization,
    "content_type": _content_type,
    "accept": _accept,
    "status": _status,
    "header": _header,
}


def _described(row: Row, text: object) -> str | None:
    return "a description is missing" if row["described"] and not text else None


def _find(row: Row, spec: Spec) -> tuple[Node, Node] | None:
    """
    Return the path item and the operation the row belongs to.
    """
    for item in spec["paths"].values():
        for method in METHODS:
            if item.get(method, {}).get("operationId") == operation_id(row["operation"]):
                return item, item[method]
    return None


def _parameters(spec: Spec, item: Node, operation: Node) -> Iterator[Node]:
    for parameter in (*operation.get("parameters", []), *item.get("parameters", [])):
        yield _resolve(spec, parameter)


def _successes(spec: Spec, operation: Node) -> Iterator[tuple[str, Node]]:
    for status, response in operation["responses"].items():
        if str(status).startswith("2"):
            yield str(status), _resolve(spec, response)


def _response(row: Row, spec: Spec) -> Node | None:
    if (found := _find(row, spec)) is None:
        return None
    # Generators print the `default` response as status 0.
    wanted = "default" if row["status"] == "0" else row["status"]
    response = found[1]["responses"].get(wanted)
    return None if response is None else _resolve(spec, response)


def _schema_name(spec: Spec, schema: Node) -> str:
    """
    Name a schema by its component, and an array as `[component of its items]`.
    """
    resolved = _resolve(spec, schema)
    if resolved.get("type") == "array":
        return f"[{_schema_name(spec, resolved.get('items', {}))}]"
    return str(schema.get("$ref", "an inline schema")).rpartition("/")[2]


def _resolve(spec: Spec, node: Node) -> Node:
    """
    Follow local references; one that leads nowhere gives an empty node.
    """
    while "$ref" in node:
        target: Any = spec
        for part in str(node["$ref"]).removeprefix("#/").split("/"):
            target = target.get(part.replace("~1", "/").replace("~0", "~"), {})
        node = target
    return node


def _plain(scheme: str) -> str:
    """
    Reduce a scheme name to what a component key can carry: keys allow no spaces.
    """
    return re.sub(r"\s", "", scheme)
