"""Validation of requests and replies against a vendor's OpenAPI document."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012
from ruamel.yaml import YAML

from .exchange import Reply, Request

METHODS = ("get", "put", "post", "delete", "patch")
MAX_REPORTED = 5


class MissingOperationError(LookupError):
    """Say that the document lacks an operation the sandbox plays."""


class Spec:
    """Know one document and answer whether an exchange agrees with it.

    Every question is answered with a list of problems in plain words; an empty list means agreement.
    """

    def __init__(self, document: Mapping[str, Any], name: str) -> None:
        self._document = document
        self._base = f"urn:sandbox:{name}"
        resource = DRAFT202012.create_resource(document)
        self._registry: Registry[Any] = Registry().with_resource(self._base, resource)
        self._operations = dict(_operations(document))
        self._validators: dict[str, Draft202012Validator] = {}
        self._agreed: set[bytes] = set()

    @classmethod
    def load(cls, path: Path) -> Spec:
        """Read a document from a YAML file."""
        return cls(_read(path), path.stem)

    def require(self, operations: Iterable[str]) -> None:
        """Raise when one of the operations is not in the document.

        Raises:
            MissingOperationError: The document and the sandbox do not play the same API.

        """
        missing = sorted(set(operations) - set(self._operations))
        if missing:
            raise MissingOperationError(f"{self._base} lacks {', '.join(missing)}")

    def request_problems(self, operation: str, request: Request, path_values: Mapping[str, str]) -> list[str]:
        """Compare path values, query, headers and body of a request with the document."""
        pointer, node = self._operations[operation]
        given = {"path": path_values, "query": request.query}
        problems: list[str] = []
        for place, parameter in self._parameters(pointer, node):
            values = given.get(parameter["in"])
            text = request.header(parameter["name"]) if values is None else values.get(parameter["name"])
            label = f"{parameter['in']} parameter {parameter['name']}"
            if text is not None:
                problems += self._text_problems(f"{place}/schema", text, label)
            elif parameter.get("required"):
                problems.append(f"{label} is missing")
        if "requestBody" in node:
            problems += self._body_problems(f"{pointer}/requestBody", request)
        return problems

    def reply_problems(self, reply: Reply) -> list[str]:
        """Compare status, headers and body of an answer with the document."""
        if reply.operation is None:
            return []
        pointer, node = self._operations[reply.operation]
        key = next((key for key in (str(reply.status), "default") if key in node["responses"]), None)
        if key is None:
            return self._undeclared_problems(reply)
        place, response = self._follow(f"{pointer}/responses/{key}", node["responses"][key])
        problems = self._header_problems(place, response, reply)
        if key == "204" and reply.body:
            problems.append("a 204 has no body")
        if response.get("content"):
            problems += self._content_problems(place, response["content"], reply)
        elif reply.body and key != "default":
            problems.append(f"status {key} of {reply.operation} is declared without a body")
        return problems

    def _undeclared_problems(self, reply: Reply) -> list[str]:
        """Allow an error that an operation does not declare when it looks like one the document knows.

        Vendors leave statuses out of their documents that any server gives: a 404 for a wrong id.
        """
        text = f"{reply.operation} does not declare status {reply.status}"
        if reply.status < 400:
            return [text]
        for place, response in self._error_responses:
            if not self._content_problems(place, response["content"], reply):
                return []
        return [f"{text}, and its body is like no error of the document"]

    @cached_property
    def _error_responses(self) -> list[tuple[str, Mapping[str, Any]]]:
        found: dict[str, Mapping[str, Any]] = {}
        for pointer, node in self._operations.values():
            for key, declared in node["responses"].items():
                if key[0] in "45":
                    place, response = self._follow(f"{pointer}/responses/{key}", declared)
                    if response.get("content"):
                        found[place] = response
        return list(found.items())

    def _parameters(self, pointer: str, node: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, Any]]]:
        path_pointer = pointer.rpartition("/")[0]
        shared = self._at(path_pointer).get("parameters", [])
        for base, parameters in ((path_pointer, shared), (pointer, node.get("parameters", []))):
            for index, parameter in enumerate(parameters):
                yield self._follow(f"{base}/parameters/{index}", parameter)

    def _body_problems(self, place: str, request: Request) -> list[str]:
        place, body = self._follow(place, self._at(place))
        if not request.body:
            return ["the body is missing"] if body.get("required") else []
        if request.media_type not in body["content"]:
            return [f"a body of type {request.media_type or 'unknown'} is not accepted"]
        try:
            value = json.loads(request.body, parse_constant=_no_number)
        except ValueError as error:
            return [f"the body is not JSON: {error}"]
        return self._problems(f"{place}/content/{_escape(request.media_type)}/schema", value, "body")

    def _header_problems(self, place: str, response: Mapping[str, Any], reply: Reply) -> list[str]:
        sent = {name.lower(): value for name, value in reply.headers.items()}
        problems: list[str] = []
        for name, declared in response.get("headers", {}).items():
            where, header = self._follow(f"{place}/headers/{_escape(name)}", declared)
            if name.lower() in sent:
                problems += self._text_problems(f"{where}/schema", sent[name.lower()], f"header {name}")
            elif header.get("required"):
                problems.append(f"header {name} is missing")
        return problems

    def _content_problems(self, place: str, content: Mapping[str, Any], reply: Reply) -> list[str]:
        media_type = reply.headers.get("content-type", "").partition(";")[0]
        if media_type not in content:
            return [f"type {media_type or 'unknown'} is not declared for status {reply.status}"]
        if "schema" not in content[media_type]:
            return []
        pointer = f"{place}/content/{_escape(media_type)}/schema"
        # Pages of events repeat byte for byte, and checking one takes far longer than hashing it.
        digest = hashlib.sha256(pointer.encode() + reply.body).digest()
        if digest in self._agreed:
            return []
        try:
            value = json.loads(reply.body)
        except ValueError as error:
            return [f"the body is not JSON: {error}"]
        problems = self._problems(pointer, value, "body")
        if not problems:
            self._agreed.add(digest)
        return problems

    def _text_problems(self, pointer: str, text: str, label: str) -> list[str]:
        _, schema = self._follow(pointer, self._at(pointer))
        return self._problems(pointer, _coerce(text, schema), label)

    def _problems(self, pointer: str, value: object, label: str) -> list[str]:
        validator = self._validators.get(pointer)
        if validator is None:
            validator = Draft202012Validator(
                {"$ref": self._base + quote(pointer, safe="#/~")},
                registry=self._registry,
                format_checker=Draft202012Validator.FORMAT_CHECKER,
            )
            self._validators[pointer] = validator
        errors = islice(validator.iter_errors(value), MAX_REPORTED)
        return [f"{label}{_where(error.absolute_path)}: {error.message}" for error in errors]

    def _follow(self, pointer: str, node: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        while "$ref" in node:
            pointer = node["$ref"]
            node = self._at(pointer)
        return pointer, node

    def _at(self, pointer: str) -> Any:
        node: Any = self._document
        for part in pointer.removeprefix("#/").split("/"):
            key = part.replace("~1", "/").replace("~0", "~")
            node = node[int(key)] if isinstance(node, list) else node[key]
        return node


@cache
def _read(path: Path) -> Mapping[str, Any]:
    document = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    if not isinstance(document, dict):
        raise TypeError(f"{path.name} is not an OpenAPI document")
    return document


def _operations(document: Mapping[str, Any]) -> Iterable[tuple[str, tuple[str, Mapping[str, Any]]]]:
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield item[method]["operationId"], (f"#/paths/{_escape(path)}/{method}", item[method])


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is not a JSON number")


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _where(path: Iterable[str | int]) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return f" at {text.lstrip('.')}" if text else ""


def _coerce(text: str, schema: Mapping[str, Any]) -> object:
    """Read text of a URL or header as the type its schema asks for; text that does not fit stays text."""
    kind = schema.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    if "boolean" in kinds and text in {"true", "false"}:
        return text == "true"
    for name, convert in (("integer", int), ("number", float)):
        if name in kinds:
            try:
                return convert(text)
            except ValueError:
                continue
    return text.split(",") if "array" in kinds else text
