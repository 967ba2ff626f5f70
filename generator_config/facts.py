"""
Collect what templates need and the generator does not show them.

It hands templates neither extensions nor security, deprecation or original names; these facts are
read from the specification again and joined by operation and class name.
"""

from __future__ import annotations

from typing import Any

from attrs import field, frozen
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.parser.properties import ModelProperty, Property
from openapi_python_client.parser.properties.list_property import ListProperty

from .naming import python_name
from .python_types import PythonTypes
from .spec import Spec

__all__ = ["OperationFacts", "ParameterFacts", "component_directions", "operation_facts"]


@frozen(kw_only=True)
class ParameterFacts:
    """One parameter as the templates see it."""

    argument: str
    name: str
    place: str
    kind: str
    annotation: str
    required: bool
    from_client: bool
    secret: bool
    accepts: tuple[str, ...]
    description: str
    deprecated: bool

    @property
    def needed(self) -> bool:
        """Whether every call has to pass it."""
        return self.required and not self.from_client


@frozen(kw_only=True)
class OperationFacts:
    """One operation as the templates see it."""

    identifier: str
    name: str
    method: str
    path: str
    summary: str
    description: str
    idempotent: bool
    deprecated: bool
    pagination: dict[str, Any] | None
    sources: tuple[str, ...]
    parameters: tuple[ParameterFacts, ...]
    body: str | None
    body_description: str
    result: Property | None = field(repr=False)
    returns: str
    success_statuses: tuple[int, ...]
    error_statuses: tuple[str, ...]

    @property
    def constant(self) -> str:
        """The name of the constant that describes the operation."""
        return self.name.upper()

    @property
    def positional(self) -> tuple[ParameterFacts, ...]:
        """Path parameters, in the order of the path."""
        inside = [parameter for parameter in self.parameters if parameter.place == "path"]
        return tuple(sorted(inside, key=lambda parameter: self.path.index(f"{{{parameter.name}}}")))

    @property
    def keywords(self) -> tuple[ParameterFacts, ...]:
        """All other parameters, required ones first."""
        others = [parameter for parameter in self.parameters if parameter.place != "path"]
        return tuple(sorted(others, key=lambda parameter: not parameter.needed))

    @property
    def result_model(self) -> tuple[str, str] | None:
        """Module and class of the model in the result."""
        prop = self.result.inner_property if isinstance(self.result, ListProperty) else self.result
        if isinstance(prop, ModelProperty):
            return prop.class_info.module_name, str(prop.class_info.name)
        return None

    @property
    def result_is_list(self) -> bool:
        """Whether the result is a list of models."""
        return isinstance(self.result, ListProperty)


def _kind(schema: dict[str, Any]) -> str:
    declared = schema.get("type", "string")
    kind = str(declared)
    if kind == "string" and schema.get("format") in {"uuid", "date-time", "date"}:
        kind = str(schema["format"])
    return kind


_ANNOTATIONS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "uuid": "UUID | str",
    "date-time": "datetime | str",
    "date": "date | str",
}
_FURTHER = {"integer": "int", "list": "Iterable[str]"}


def _parameter_facts(spec: Spec, parameter: dict[str, Any]) -> ParameterFacts:
    kind = _kind(spec.resolve(parameter["schema"]))
    accepts = tuple(parameter.get("x-accepts", ()))
    if kind not in _ANNOTATIONS:
        raise spec.error(f"parameter {parameter['name']!r}", f"type {kind!r} is not supported")
    return ParameterFacts(
        argument=python_name(parameter["name"]),
        name=parameter["name"],
        place=parameter["in"],
        kind=kind,
        annotation=" | ".join([_ANNOTATIONS[kind], *(_FURTHER[form] for form in accepts)]),
        required=bool(parameter.get("required", False)),
        from_client=bool(parameter.get("x-client-default", False)),
        secret=bool(parameter.get("x-secret", False)),
        accepts=accepts,
        description=parameter.get("description", ""),
        deprecated=bool(parameter.get("deprecated", False)),
    )


def operation_facts(
    spec: Spec, endpoints: dict[str, Endpoint], types: PythonTypes
) -> dict[str, OperationFacts]:
    """
    Return the facts of each operation by the generator's name for it.

    Args:
        spec: The specification.
        endpoints: What the generator parsed, by its name.
        types: The Python side of the properties.
    """
    found: dict[str, OperationFacts] = {}
    for path, method, operation, pointer in spec.operations():
        identifier = operation["operationId"]
        endpoint = endpoints.get(python_name(identifier))
        if endpoint is None:
            raise spec.error(pointer, "the generator dropped this operation")
        parameters = tuple(_parameter_facts(spec, spec.resolve(p)) for p in operation.get("parameters", []))
        kept = len([*endpoint.path_parameters, *endpoint.query_parameters, *endpoint.header_parameters])
        if kept != len(parameters):
            raise spec.error(pointer, f"{len(parameters)} parameters in, {kept} arguments out")
        success = [r for r in endpoint.responses.patterns if (r.status_code.range or (0, 0))[0] // 100 == 2]
        result = success[0].prop if success and not _empty(spec, operation) else None
        statuses = [str(status) for status in operation["responses"]]
        body = spec.resolve(operation.get("requestBody", {}))
        found[endpoint.name] = OperationFacts(
            identifier=identifier,
            name=python_name(identifier),
            method=method.upper(),
            path=path,
            summary=operation.get("summary", ""),
            description=operation.get("description", ""),
            idempotent=operation["x-idempotent"],
            deprecated=bool(operation.get("deprecated", False)),
            pagination=operation.get("x-pagination"),
            sources=tuple(operation.get("x-source", {}).get("from", ())),
            parameters=parameters,
            body=types.annotation(endpoint.bodies[0].prop) if endpoint.bodies else None,
            body_description=body.get("description", ""),
            result=result,
            returns="None" if result is None else types.annotation(result),
            success_statuses=tuple(int(s) for s in statuses if s.startswith("2")),
            error_statuses=tuple(s for s in statuses if not s.startswith("2")),
        )
    return found


def _empty(spec: Spec, operation: dict[str, Any]) -> bool:
    for status, response in operation["responses"].items():
        if str(status).startswith("2"):
            return not spec.resolve(response).get("content")
    return True


def component_directions(spec: Spec) -> tuple[set[str], set[str]]:
    """Return the component schemas that requests reach and those that responses reach."""
    requests: set[str] = set()
    responses: set[str] = set()
    for _, _, operation, _ in spec.operations():
        _collect(spec, operation.get("requestBody", {}), requests)
        _collect(spec, operation.get("responses", {}), responses)
    return requests, responses


def _collect(spec: Spec, element: Any, found: set[str]) -> None:
    if isinstance(element, list):
        for item in element:
            _collect(spec, item, found)
    if not isinstance(element, dict):
        return
    reference = element.get("$ref")
    if isinstance(reference, str):
        name = reference.rpartition("/")[2]
        if "/schemas/" in reference:
            if name in found:
                return
            found.add(name)
        _collect(spec, spec.lookup(reference), found)
    for key, value in element.items():
        if key not in {"$ref", "example", "examples"}:
            _collect(spec, value, found)
