"""The document under lint and the walk that tells its elements apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

Node: TypeAlias = dict[str, Any]
Problem: TypeAlias = tuple[str, str]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
COMPONENT_KINDS = {
    "schemas": "component-schema",
    "responses": "response",
    "parameters": "parameter",
    "requestBodies": "request-body",
    "headers": "header",
    "securitySchemes": "security-scheme",
}
SCHEMA_MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")
SCHEMA_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
SCHEMA_SINGLES = ("items", "additionalProperties", "not", "contains", "propertyNames", "if", "then", "else")


class Finding(NamedTuple):
    """One broken rule, at one place of a document."""

    pointer: str
    message: str
    rule: str


class Element(NamedTuple):
    """One element of a document, with the kind that decides what it must carry."""

    kind: str
    pointer: str
    node: Node


def join(pointer: str, *keys: str | int) -> str:
    """Extend a JSON pointer by keys."""
    return "/".join([pointer, *(str(key).replace("~", "~0").replace("/", "~1") for key in keys)])


def last_key(pointer: str) -> str:
    """Return the key a JSON pointer ends in."""
    return pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def mapping(value: Any) -> Node:
    """Return the value if it is a mapping, else an empty one: the OpenAPI validator reports the mistake."""
    return value if isinstance(value, dict) else {}


def sequence(value: Any) -> list[Any]:
    """Return the value if it is a list, else an empty one: the OpenAPI validator reports the mistake."""
    return value if isinstance(value, list) else []


class Spec:
    """A parsed OpenAPI document with an index of its elements."""

    def __init__(self, data: Node) -> None:
        self.data = data

    @cached_property
    def elements(self) -> list[Element]:
        """Every element of the document, in document order."""
        return list(_document(self.data))

    def of_kind(self, *kinds: str) -> Iterator[Element]:
        """Iterate over the elements of the given kinds."""
        return (element for element in self.elements if element.kind in kinds)

    @property
    def components(self) -> Node:
        """The components of the document by section and name."""
        return mapping(self.data.get("components"))

    @property
    def component_schemas(self) -> Node:
        """The named schemas of the document."""
        return mapping(self.components.get("schemas"))

    def resolve(self, node: Any) -> Node:
        """Follow local references until something else turns up; an unknown target gives an empty mapping."""
        for _ in range(20):
            if not isinstance(node, dict):
                return {}
            if "$ref" not in node:
                return node
            node = self.lookup(str(node["$ref"]))
        return {}

    def lookup(self, pointer: str) -> Any:
        """Return what a pointer of the form `#/a/b` leads to, or None."""
        node: Any = self.data
        root, *keys = pointer.split("/")
        if root != "#":
            return None
        for key in keys:
            node = mapping(node).get(key.replace("~1", "/").replace("~0", "~"))
        return node

    def parameters(self, operation: Node) -> list[Node]:
        """Return the parameters of an operation with references followed."""
        return [self.resolve(parameter) for parameter in sequence(operation.get("parameters"))]

    def success_schema(self, operation: Node) -> Node:
        """Return the schema of the first 2xx JSON body of an operation, or an empty one."""
        for status, response in mapping(operation.get("responses")).items():
            if str(status).startswith("2"):
                for media in mapping(self.resolve(response).get("content")).values():
                    return self.resolve(mapping(media).get("schema"))
        return {}


def _document(data: Node) -> Iterator[Element]:
    yield Element("document", "#", data)
    yield Element("info", "#/info", mapping(data.get("info")))
    for section, kind in (("servers", "server"), ("tags", "tag")):
        for index, node in enumerate(sequence(data.get(section))):
            yield Element(kind, f"#/{section}/{index}", mapping(node))
    for path, item in mapping(data.get("paths")).items():
        yield from _path_item(join("#/paths", path), mapping(item))
    for section, kind in COMPONENT_KINDS.items():
        for name, node in mapping(mapping(data.get("components")).get(section)).items():
            yield from _visit(kind, join("#/components", section, name), node)


def _path_item(pointer: str, item: Node) -> Iterator[Element]:
    yield Element("path-item", pointer, item)
    yield from _each_item("parameter", join(pointer, "parameters"), item.get("parameters"))
    for method in METHODS:
        if method in item:
            yield from _visit("operation", join(pointer, method), item[method])


def _visit(kind: str, pointer: str, node: Any) -> Iterator[Element]:
    if isinstance(node, dict):
        yield Element(kind, pointer, node)
        yield from _CHILDREN.get(kind, _no_children)(pointer, node)


def _each_item(kind: str, pointer: str, nodes: Any) -> Iterator[Element]:
    for index, node in enumerate(sequence(nodes)):
        yield from _visit(kind, join(pointer, index), node)


def _each_value(kind: str, pointer: str, nodes: Any) -> Iterator[Element]:
    for name, node in mapping(nodes).items():
        yield from _visit(kind, join(pointer, name), node)


def _no_children(_pointer: str, _node: Node) -> Iterator[Element]:
    return iter(())


def _operation(pointer: str, node: Node) -> Iterator[Element]:
    yield from _each_item("parameter", join(pointer, "parameters"), node.get("parameters"))
    yield from _visit("request-body", join(pointer, "requestBody"), node.get("requestBody"))
    yield from _each_value("response", join(pointer, "responses"), node.get("responses"))


def _response(pointer: str, node: Node) -> Iterator[Element]:
    yield from _each_value("header", join(pointer, "headers"), node.get("headers"))
    yield from _each_value("media-type", join(pointer, "content"), node.get("content"))


def _holder(pointer: str, node: Node) -> Iterator[Element]:
    yield from _visit("schema", join(pointer, "schema"), node.get("schema"))
    yield from _each_value("media-type", join(pointer, "content"), node.get("content"))


def _schema(pointer: str, node: Node) -> Iterator[Element]:
    for key in SCHEMA_MAPS:
        kind = "property" if key == "properties" else "schema"
        yield from _each_value(kind, join(pointer, key), node.get(key))
    for key in SCHEMA_LISTS:
        yield from _each_item("schema", join(pointer, key), node.get(key))
    for key in SCHEMA_SINGLES:
        yield from _visit("schema", join(pointer, key), node.get(key))


_CHILDREN: dict[str, Callable[[str, Node], Iterator[Element]]] = {
    "operation": _operation,
    "response": _response,
    "request-body": _response,
    "parameter": _holder,
    "header": _holder,
    "media-type": _holder,
    "component-schema": _schema,
    "property": _schema,
    "schema": _schema,
}
SCHEMA_KINDS = ("component-schema", "property", "schema")
