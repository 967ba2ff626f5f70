"""Every generated model with the schema it comes from, and JSON objects made from that schema."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st
from openapi_python_client.config import ConfigFile
from openapi_python_client.strings import ClassName

from generator_config.generate import VENDORS, Vendor
from generator_config.spec import Spec, load_spec

JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=3)), max_size=3),
    st.dictionaries(
        st.text(max_size=4), st.one_of(st.none(), st.integers(), st.text(max_size=3)), max_size=2
    ),
)
DATES = st.one_of(
    st.sampled_from(
        [
            "2024-01-02T03:04:05Z",
            "2024-01-02T03:04:05.1Z",
            "2024-01-02T03:04:05.270208768Z",
            "2024-01-02T03:04:05.000000+00:00",
            "2024-01-02 03:04:05.6+00:00",
            "2024-01-02T03:04:05-05:00",
            "2024-01-02",
            "",
            "soon",
        ]
    ),
    st.datetimes().map(lambda moment: moment.isoformat() + "Z"),
)
UUIDS = st.one_of(st.uuids().map(str), st.uuids().map(lambda value: str(value).upper()), st.just("no"))


class ModelCase:
    """One model class and its schema."""

    def __init__(self, vendor: Vendor, spec: Spec, name: str, cls: Any) -> None:
        self.vendor = vendor
        self.spec = spec
        self.name = name
        self.cls = cls

    def __repr__(self) -> str:
        return f"{self.vendor.name}-{self.name}"

    def objects(self) -> st.SearchStrategy[dict[str, Any]]:
        """JSON objects the schema admits, and mutations of them."""
        return _object(self.spec, self.spec.schemas[self.name], depth=2)


def _class_name(vendor: Vendor, name: str) -> str:
    config = ConfigFile.load_from_path(vendor.config)
    plain = ClassName(name, config.field_prefix)
    override = (config.class_overrides or {}).get(plain)
    return override.class_name.get_untrusted_value() if override and override.class_name else str(plain)


@cache
def all_models() -> tuple[ModelCase, ...]:
    """Return every model of the three packages."""
    cases: list[ModelCase] = []
    for vendor in VENDORS:
        spec = load_spec(vendor.spec)
        models = __import__(f"{vendor.package}.models", fromlist=["models"])
        for name, schema in spec.schemas.items():
            class_name = _class_name(vendor, name)
            if schema.get("properties") and class_name in models.__all__:
                cases.append(ModelCase(vendor, spec, name, getattr(models, class_name)))
    return tuple(cases)


def _value(spec: Spec, schema: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    schema = spec.resolve(schema)
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return st.one_of([_value(spec, choice, depth) for choice in schema[key]])
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if "enum" in schema:
        return st.one_of(st.sampled_from(schema["enum"]), st.text(max_size=6))
    choices = [_kind(spec, schema, kind, depth) for kind in kinds]
    return st.one_of(choices) if choices else JUNK


def _kind(spec: Spec, schema: dict[str, Any], kind: str, depth: int) -> st.SearchStrategy[Any]:
    if kind == "object":
        if depth <= 0:
            return st.just({})
        if "properties" in schema:
            return _object(spec, schema, depth - 1)
        more = schema.get("additionalProperties")
        item = _value(spec, more, depth - 1) if isinstance(more, dict) else JUNK
        return st.dictionaries(st.text(max_size=4), st.one_of(item, item, JUNK), max_size=2)
    if kind == "array":
        item = _value(spec, schema.get("items", {}), depth - 1) if depth > 0 else JUNK
        return st.lists(st.one_of(item, item, JUNK), max_size=2)
    texts = {"date-time": DATES, "date": DATES, "uuid": UUIDS}.get(
        schema.get("format", ""), st.text(max_size=8)
    )
    return {
        "string": texts,
        "integer": st.integers(-(2**63), 2**63),
        "number": st.one_of(st.integers(), st.floats(allow_nan=False, allow_infinity=False)),
        "boolean": st.booleans(),
        "null": st.none(),
    }[kind]


def _object(spec: Spec, schema: dict[str, Any], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    members = {
        name: st.one_of(_value(spec, part, depth), _value(spec, part, depth), JUNK)
        for name, part in schema["properties"].items()
    }
    extra = st.dictionaries(st.text(max_size=5), JUNK, max_size=2)
    declared = st.sets(st.sampled_from(sorted(members)), max_size=6).flatmap(
        lambda names: st.fixed_dictionaries({name: members[name] for name in names})
    )
    return st.builds(lambda more, own: {**more, **own}, extra, declared)
