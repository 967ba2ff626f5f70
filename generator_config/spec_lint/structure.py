"""Rules on operations, parameters, responses, references and order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .document import Element, Problem, Spec, join, last_key, mapping, sequence

DESCRIBED = (
    "info",
    "server",
    "tag",
    "operation",
    "parameter",
    "request-body",
    "response",
    "header",
    "security-scheme",
    "component-schema",
    "property",
)
OPERATION_KEYS = (
    "tags",
    "operationId",
    "summary",
    "x-source",
    "x-idempotent",
    "parameters",
    "responses",
    "security",
)
PARAMETER_KEYS = ("name", "in", "required", "schema")
DOCUMENT_KEYS = ("openapi", "info", "servers", "tags", "security", "paths", "components")


def snake_case(name: str) -> str:
    """Write a name in snake_case the way the generator does, so that clashes show here first."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+", "_", name)
    return spaced.strip("_").lower()


def unresolved_reference(spec: Spec) -> Iterator[Problem]:
    """Refuse references that lead nowhere, in a circle, or out of the document."""
    for pointer, target in _references("#", spec.data):
        if not isinstance(target, str) or spec.lookup(target) is None:
            yield pointer, f"{target} does not exist in this document"
        elif not spec.resolve({"$ref": target}):
            yield pointer, f"{target} leads to nothing"


def missing_document_part(spec: Spec) -> Iterator[Problem]:
    """Demand the top-level parts, OpenAPI 3.1.0 and at least one server."""
    for key in DOCUMENT_KEYS:
        if key not in spec.data:
            yield "#", f"{key} is missing"
    if spec.data.get("openapi") != "3.1.0":
        yield "#/openapi", "must be 3.1.0"
    for key in ("title", "version"):
        if not mapping(spec.data.get("info")).get(key):
            yield "#/info", f"{key} is missing"
    if not sequence(spec.data.get("servers")):
        yield "#/servers", "at least one server is needed"


def missing_description(spec: Spec) -> Iterator[Problem]:
    """Demand a description on every element a reader can look up."""
    for kind, pointer, node in spec.of_kind(*DESCRIBED):
        own = node.get("description")
        text = own if own is not None else spec.resolve(node).get("description")
        if not isinstance(text, str) or not text.strip():
            yield pointer, f"{kind} has no description"


def incomplete_operation(spec: Spec) -> Iterator[Problem]:
    """Demand the fixed set of keys on operations, with exactly one tag each."""
    for _, pointer, node in spec.of_kind("operation"):
        for key in OPERATION_KEYS:
            if key not in node:
                yield pointer, f"{key} is missing"
        if len(sequence(node.get("tags"))) != 1:
            yield pointer, "exactly one tag is needed"
        if "summary" in node and not str(node["summary"]).strip():
            yield pointer, "summary is empty"


def duplicate_operation_id(spec: Spec) -> Iterator[Problem]:
    """Refuse operation ids that become the same function name."""
    seen: dict[str, str] = {}
    for _, pointer, node in spec.of_kind("operation"):
        name = str(node.get("operationId", ""))
        first = seen.setdefault(snake_case(name), name)
        if first is not name:
            yield pointer, f"operationId {name} reads the same as {first} in snake_case"


def undeclared_tag(spec: Spec) -> Iterator[Problem]:
    """Refuse tags that the document does not declare."""
    declared = {node.get("name") for _, _, node in spec.of_kind("tag")}
    for _, pointer, node in spec.of_kind("operation"):
        for tag in sequence(node.get("tags")):
            if tag not in declared:
                yield pointer, f"tag {tag} is not declared"


def unknown_security_scheme(spec: Spec) -> Iterator[Problem]:
    """Refuse security requirements that name no declared scheme."""
    schemes = mapping(spec.components.get("securitySchemes"))
    for _, pointer, node in spec.of_kind("document", "operation"):
        for index, requirement in enumerate(sequence(node.get("security"))):
            for name in mapping(requirement):
                if name not in schemes:
                    yield join(pointer, "security", index), f"security scheme {name} is not declared"


def incomplete_parameter(spec: Spec) -> Iterator[Problem]:
    """Demand the fixed set of keys on parameters, `required` spelled out included."""
    for _, pointer, node in spec.of_kind("parameter"):
        for key in PARAMETER_KEYS:
            if key not in spec.resolve(node):
                yield pointer, f"{key} is missing"


def incomplete_response(spec: Spec) -> Iterator[Problem]:
    """Demand a body schema unless the vendor declares no body, and the headers of 2xx and 429 responses."""
    for element in spec.of_kind("response"):
        if "$ref" not in element.node:
            yield from _response_problems(spec, element)


def unused_component(spec: Spec) -> Iterator[Problem]:
    """Refuse components that nothing refers to."""
    used = {target for _, target in _references("#", spec.data)}
    schemes = {
        f"#/components/securitySchemes/{name}"
        for _, _, node in spec.of_kind("document", "operation")
        for requirement in sequence(node.get("security"))
        for name in mapping(requirement)
    }
    for section, members in spec.components.items():
        for name in mapping(members):
            pointer = join("#/components", section, name)
            if pointer not in used | schemes:
                yield pointer, "nothing refers to this component"


def unsorted_schemas(spec: Spec) -> Iterator[Problem]:
    """Demand alphabetical order of the schemas, so that additions have one place."""
    names = list(spec.component_schemas)
    for name, expected in zip(names, sorted(names), strict=True):
        if name != expected:
            yield join("#/components/schemas", name), f"out of alphabetical order: {expected} belongs here"
            return


def _references(pointer: str, node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for key, value in node.items():
            # `example` is data of the vendor's own making, and a property may be called $ref.
            if key == "$ref" and not isinstance(value, dict):
                yield pointer, value
            elif key not in ("example", "examples"):
                yield from _references(join(pointer, key), value)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _references(join(pointer, index), value)


def _response_problems(spec: Spec, element: Element) -> Iterator[Problem]:
    status, node = last_key(element.pointer), element.node
    media = mapping(node.get("content"))
    bodiless = node.get("x-bodiless") is True or status == "204"
    if re.fullmatch("2..|429", status) and not node.get("headers"):
        yield element.pointer, "headers are missing"
    if bodiless and media:
        yield element.pointer, "declares a body although it has none"
    if not bodiless and not media:
        yield element.pointer, "has no body schema; if the vendor declares none, say so with x-bodiless: true"
    for name, entry in media.items():
        if not spec.resolve(mapping(entry).get("schema")):
            yield join(element.pointer, "content", name), "has no schema"
