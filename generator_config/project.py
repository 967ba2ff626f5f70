"""The generator's project with our templates, our facts and the files it cannot be told to write."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Any

from attrs import frozen
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.properties import Class, EnumProperty, ModelProperty, Property
from openapi_python_client.schema.untrusted_string import UntrustedString

from .facts import component_directions, operation_facts
from .naming import RESERVED_CLASSES, member_name, python_name
from .python_types import PythonTypes
from .spec import Spec, SpecError

__all__ = ["KitProject", "parse"]

TEMPLATES = Path(__file__).parent / "templates"


@frozen(kw_only=True)
class _SchemaFacts:
    """The specification's own words about a class, and which way it travels."""

    schema: dict[str, Any]
    given: bool


def _has_wire_name(name: UntrustedString, wanted: str) -> bool:
    return name.get_untrusted_value() == wanted


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _doc(text: str, indent: int = 4, width: int = 106) -> str:
    """Wrap a text for a docstring and make it harmless inside one."""
    safe = text.replace("\\", "\\\\").replace('"""', "'''").strip()
    paragraphs = [" ".join(part.split()) for part in safe.split("\n\n")]
    wrapped = [textwrap.fill(part, width - indent, break_long_words=False) for part in paragraphs]
    return textwrap.indent("\n\n".join(wrapped), " " * indent).lstrip()


def _argument_doc(text: str) -> str:
    safe = " ".join(text.replace("\\", "\\\\").replace('"""', "'''").split())
    wrapped = textwrap.wrap(safe, 90, break_long_words=False)
    return ("\n" + " " * 16).join(wrapped)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _config(file: Path, package: str, output: Path) -> Config:
    settings = ConfigFile.load_from_path(file)
    return Config.from_sources(
        settings.model_copy(update={"package_name_override": package, "post_hooks": []}),
        meta_type=MetaType.NONE,
        document_source=file,
        file_encoding="utf-8",
        overwrite=True,
        output_path=output,
    )


def parse(spec: Spec, config_file: Path, package: str, output: Path) -> KitProject:
    """
    Parse a specification with openapi-python-client.

    Raises:
        SpecError: The generator refuses the document or would leave something out.
    """
    config = _config(config_file, package, output)
    data = GeneratorData.from_dict(spec.document, config=config)
    if isinstance(data, GeneratorError):
        raise spec.error("#", f"{data.header} {data.detail or ''}")
    _refuse_warnings(spec, data)
    return KitProject(spec, data, config)


def _refuse_warnings(spec: Spec, data: GeneratorData) -> None:
    for collection in data.endpoint_collections_by_tag.values():
        for problem in collection.parse_errors:
            raise spec.error(
                _pointer(spec, problem.header or ""),
                f"the generator would drop this operation: {_plain(problem.detail)}",
            )
    for error in data.errors:
        raise spec.error("#/components", f"{error.header or ''} {_plain(error.detail)}")


def _plain(detail: object) -> str:
    return str(detail or "no detail").replace("\n", " ")


def _pointer(spec: Spec, header: str) -> str:
    """Find the operation that a warning of the generator is about."""
    for path, method, _, pointer in spec.operations():
        if f"{method.upper()} {path} " in f"{header} ":
            return pointer
    return header


class KitProject(Project):
    """
    Render one package.

    Args:
        spec: The specification.
        data: What the generator made of it.
        config: The generator's configuration.
    """

    def __init__(self, spec: Spec, data: GeneratorData, config: Config) -> None:
        # Objects without declared members become plain dicts, so they need no class.
        types = PythonTypes(data.models)
        data.models = [model for model in data.models if types.as_map(model) is None]
        super().__init__(openapi=data, config=config, custom_template_path=TEMPLATES)
        self._spec = spec
        endpoints = {
            endpoint.name: endpoint
            for collection in data.endpoint_collections_by_tag.values()
            for endpoint in collection.endpoints
        }
        self.operations = operation_facts(spec, {str(name): e for name, e in endpoints.items()}, types)
        self._schemas = self._schema_facts()
        for name in sorted(RESERVED_CLASSES & self._schemas.keys()):
            raise spec.error(
                f"class {name}", "collides with a name that every package exports; use class_overrides"
            )
        self.env.globals.update(
            spec=spec.document,
            operations=self.operations,
            tags=self._tags(),
            schema_of=self._schema_of,
            properties_of=self._properties_of,
            enum_members=self._enum_members,
            annotation=types.annotation,
            codec=types.codec,
            referenced_classes=types.referenced_classes,
            used_codecs=types.used_codecs,
            python_name=python_name,
        )
        self.env.tests["wire"] = _has_wire_name
        self.env.filters.update(
            literal=_literal,
            doc=_doc,
            argument_doc=_argument_doc,
            capitalised=_capitalised,
            sentence=_sentence,
        )

    def _tags(self) -> list[dict[str, str]]:
        described = {tag["name"]: tag.get("description", "") for tag in self._spec.document.get("tags", [])}
        return [
            {"module": python_name(name), "class": name, "description": described[name]}
            for name in described
            if python_name(name) in {str(tag) for tag in self.openapi.endpoint_collections_by_tag}
        ]

    def _schema_facts(self) -> dict[str, _SchemaFacts]:
        requests, responses = component_directions(self._spec)
        return {
            Class.from_string(string=name, config=self.config).name: _SchemaFacts(
                schema=schema, given=name in requests and name not in responses
            )
            for name, schema in self._spec.schemas.items()
        }

    def _schema_of(self, class_name: str) -> _SchemaFacts:
        if class_name not in self._schemas:
            raise self._spec.error(
                f"class {class_name}", "an object or enumeration inside another schema; name it in components"
            )
        return self._schemas[class_name]

    def _properties_of(self, model: ModelProperty) -> list[Property]:
        """Return the properties in the order of the specification."""
        order = list(self._schema_of(model.class_info.name).schema["properties"])
        found = [*(model.required_properties or []), *(model.optional_properties or [])]
        return sorted(found, key=lambda prop: order.index(prop.name.get_untrusted_value()))

    def _enum_members(self, enum: EnumProperty) -> list[tuple[str, str]]:
        schema = self._schema_of(enum.class_info.name).schema
        names = schema.get("x-enum-varnames") or [member_name(value) for value in schema["enum"]]
        return list(zip(names, schema["enum"], strict=True))

    def render(self) -> None:
        """
        Write the package.

        Raises:
            SpecError: The generator reports anything at all.
        """
        self.package_dir.mkdir(parents=True, exist_ok=True)
        self._create_package()
        self._build_models()
        self._build_api()
        for tag, collection in self.openapi.endpoint_collections_by_tag.items():
            for name, variables in _RESOURCE_FILES.items():
                template = self.env.get_template("resource.py.jinja")
                tag_facts = next(entry for entry in self._tags() if entry["module"] == str(tag))
                text = template.render(endpoint_collection=collection, tag=tag_facts, **variables)
                (self.package_dir / "api" / str(tag) / name).write_text(text, encoding="utf-8")
        (self.package_dir / "py.typed").write_text("", encoding="utf-8")
        for error in self.errors:
            raise SpecError(self._spec.file, "#", f"{error.header} {error.detail}")


_RESOURCE_FILES: dict[str, dict[str, bool]] = {
    "_sync.py": {"asynchronous": False, "raw": False},
    "_async.py": {"asynchronous": True, "raw": False},
    "_sync_raw.py": {"asynchronous": False, "raw": True},
    "_async_raw.py": {"asynchronous": True, "raw": True},
}
