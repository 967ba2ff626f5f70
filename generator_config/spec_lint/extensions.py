"""Rules on the `x-` keys, which carry what generation needs beyond OpenAPI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .document import Node, Problem, Spec, mapping

ALLOWED: dict[str, frozenset[str]] = {
    "x-source": frozenset({"operation", "component-schema"}),
    "x-idempotent": frozenset({"operation"}),
    "x-pagination": frozenset({"operation"}),
    "x-secret": frozenset({"parameter", "security-scheme"}),
    "x-accepts": frozenset({"parameter"}),
    "x-client-default": frozenset({"parameter"}),
    "x-enum-varnames": frozenset({"component-schema"}),
    "x-union": frozenset({"component-schema"}),
    "x-bodiless": frozenset({"response"}),
    "x-region": frozenset({"server"}),
    "x-login-url": frozenset({"server"}),
}
ERAS = ("page", "current", "both")
ACCEPTED_FORMS = ("integer", "list")
PAGINATION_KEYS = {"style", "items", "next", "cursor", "page_size", "max_page_size"}
SECRET_NAME = re.compile(r"secret|token|password|signature|private", re.IGNORECASE)


def unknown_extension(spec: Spec) -> Iterator[Problem]:
    """Refuse `x-` keys that mean nothing here, or that stand where they mean nothing."""
    for kind, pointer, node in spec.elements:
        for key in node:
            if str(key).startswith("x-") and kind not in ALLOWED.get(key, ()):
                known = key in ALLOWED
                yield (
                    pointer,
                    f"{key} {f'has no meaning on {kind}' if known else 'is not an extension we know'}",
                )


def malformed_source(spec: Spec) -> Iterator[Problem]:
    """Demand x-source on operations and schemas, with public sources and an era."""
    for _, pointer, node in spec.of_kind(*ALLOWED["x-source"]):
        if "x-source" in node:
            yield from ((pointer, f"x-source: {text}") for text in _source_problems(node["x-source"]))
        else:
            yield pointer, "x-source is missing"


def malformed_idempotent(spec: Spec) -> Iterator[Problem]:
    """Demand a truth value in x-idempotent, and true for reads."""
    for _, pointer, node in spec.of_kind("operation"):
        value = node.get("x-idempotent")
        if not isinstance(value, bool):
            yield pointer, "x-idempotent must be true or false"
        elif not value and pointer.endswith("/get"):
            yield pointer, "x-idempotent must be true: a GET changes nothing"


def malformed_pagination(spec: Spec) -> Iterator[Problem]:
    """Demand that x-pagination names parameters and response properties that exist."""
    for _, pointer, node in spec.of_kind("operation"):
        if "x-pagination" in node:
            yield from ((pointer, f"x-pagination: {text}") for text in _pagination_problems(spec, node))


def malformed_accepts(spec: Spec) -> Iterator[Problem]:
    """Demand known forms in x-accepts, and a string parameter under them."""
    for _, pointer, node in spec.of_kind("parameter"):
        if "x-accepts" not in node:
            continue
        forms = node["x-accepts"]
        if not isinstance(forms, list) or not forms or any(form not in ACCEPTED_FORMS for form in forms):
            yield pointer, f"x-accepts must be a list of {' and '.join(ACCEPTED_FORMS)}"
        if spec.resolve(node.get("schema")).get("type") != "string":
            yield pointer, "x-accepts needs a parameter of type string"


def unmarked_secret(spec: Spec) -> Iterator[Problem]:
    """Demand x-secret on everything whose name sounds like a secret."""
    for kind, pointer, node in spec.of_kind("parameter", "security-scheme"):
        if "x-secret" in node:
            if node["x-secret"] is not True:
                yield pointer, "x-secret must be true or absent"
        elif SECRET_NAME.search(str(node.get("name", ""))) or node.get("type") in ("http", "oauth2"):
            yield pointer, f"{kind} carries a secret: x-secret is missing"


def malformed_bodiless(spec: Spec) -> Iterator[Problem]:
    """Demand that x-bodiless is true where it stands."""
    for _, pointer, node in spec.of_kind("response"):
        if "x-bodiless" in node and node["x-bodiless"] is not True:
            yield pointer, "x-bodiless must be true or absent"


def malformed_server(spec: Spec) -> Iterator[Problem]:
    """Demand that x-region and x-login-url stand on all servers or on none, as text."""
    for key in ("x-region", "x-login-url"):
        servers = list(spec.of_kind("server"))
        if not any(key in node for _, _, node in servers):
            continue
        for _, pointer, node in servers:
            if not isinstance(node.get(key), str) or not node[key]:
                yield pointer, f"{key} is missing although other servers have it"


def _source_problems(source: Any) -> Iterator[str]:
    node = mapping(source)
    names = node.get("from")
    if not isinstance(names, list) or not names or not all(isinstance(name, str) and name for name in names):
        yield "from must list at least one source"
    if node.get("era") not in ERAS:
        yield f"era must be one of {', '.join(ERAS)}"
    if "note" in node and (not isinstance(node["note"], str) or not node["note"].strip()):
        yield "note must be a sentence"
    for key in node.keys() - {"from", "era", "note"}:
        yield f"unknown key {key}"


def _pagination_problems(spec: Spec, operation: Node) -> Iterator[str]:
    rule = mapping(operation["x-pagination"])
    if rule.keys() != PAGINATION_KEYS:
        yield f"needs exactly the keys {', '.join(sorted(PAGINATION_KEYS))}"
        return
    if rule["style"] != "cursor":
        yield f"unknown style {rule['style']}"
    query = {node.get("name") for node in spec.parameters(operation) if node.get("in") == "query"}
    for key in ("cursor", "page_size"):
        if rule[key] not in query:
            yield f"{key} names {rule[key]}, which is not a query parameter"
    properties = mapping(spec.success_schema(operation).get("properties"))
    for key, type_name in (("items", "array"), ("next", "string")):
        if spec.resolve(properties.get(rule[key])).get("type") != type_name:
            yield f"{key} names {rule[key]}, which is not a response property of type {type_name}"
    if not isinstance(rule["max_page_size"], int) or rule["max_page_size"] < 1:
        yield "max_page_size must be a positive number"
