"""Say for each parsed property which Python type it has and which codec reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.protocol import PropertyProtocol
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

__all__ = ["PythonTypes"]

_PLAIN: dict[type, tuple[str, str]] = {
    AnyProperty: ("Any", "ANY"),
    BooleanProperty: ("bool", "BOOLEAN"),
    IntProperty: ("int", "INTEGER"),
    FloatProperty: ("float", "NUMBER"),
    StringProperty: ("str", "STRING"),
    DateProperty: ("date", "DATE"),
    DateTimeProperty: ("datetime", "DATETIME"),
    UuidProperty: ("UUID", "UUID_TEXT"),
}
_TEXT_TOO = (DateProperty, DateTimeProperty, UuidProperty, EnumProperty)
_CODECS = [name for _, name in _PLAIN.values()] + ["EnumOf", "ListOf", "MapOf", "ModelOf", "OneOf"]


class PythonTypes:
    """
    The Python side of the properties of one specification.

    Args:
        models: The models that the generator parsed. A property that refers to a model may carry
            a copy from before the model was complete, so models are always looked up here.
    """

    def __init__(self, models: Iterable[ModelProperty]) -> None:
        self._models = {str(model.class_info.name): model for model in models}

    def as_map(self, prop: PropertyProtocol) -> ModelProperty | None:
        """Return the complete model if it has no declared members: it is a plain dict, not a class."""
        if not isinstance(prop, ModelProperty):
            return None
        model = self._models.get(str(prop.class_info.name), prop)
        return None if model.required_properties or model.optional_properties else model

    def annotation(self, prop: PropertyProtocol, given: bool = False) -> str:
        """
        Return the type annotation, without the ``None`` that every optional value has.

        Args:
            prop: The property.
            given: Whether callers pass the value; then the text form of dates, ids and
                enumerations is welcome too.
        """
        if isinstance(prop, UnionProperty):
            return " | ".join(dict.fromkeys(self.annotation(inner, given) for inner in _choices(prop)))
        if isinstance(prop, ListProperty):
            return f"list[{self.annotation(prop.inner_property, given)}]"
        if (plain_dict := self.as_map(prop)) is not None:
            item = plain_dict.additional_properties
            return f"dict[str, {self.annotation(item, given) if item else 'Any'}]"
        if isinstance(prop, ModelProperty):
            return str(prop.class_info.name)
        name = str(prop.class_info.name) if isinstance(prop, EnumProperty) else _plain(prop)[0]
        return f"{name} | str" if given and isinstance(prop, _TEXT_TOO) else name

    def codec(self, prop: PropertyProtocol) -> str:
        """Return the expression that makes the codec."""
        if isinstance(prop, UnionProperty):
            choices = list(dict.fromkeys(self.codec(inner) for inner in _choices(prop)))
            return choices[0] if len(choices) == 1 else f"OneOf({', '.join(choices)})"
        if isinstance(prop, ListProperty):
            return f"ListOf({self.codec(prop.inner_property)})"
        if (plain_dict := self.as_map(prop)) is not None:
            item = plain_dict.additional_properties
            return f"MapOf({self.codec(item) if item else 'ANY'})"
        if isinstance(prop, ModelProperty):
            return f'ModelOf(__package__, "{prop.class_info.name}")'
        if isinstance(prop, EnumProperty):
            return f'EnumOf(__package__, "{prop.class_info.name}")'
        return _plain(prop)[1]

    def used_codecs(self, properties: Iterable[PropertyProtocol]) -> list[str]:
        """Return the names that the codec expressions of the properties use."""
        text = " ".join(self.codec(prop) for prop in properties)
        words = set(text.translate(str.maketrans("(),", "   ")).split())
        return sorted(name for name in _CODECS if name in words)

    def referenced_classes(self, properties: Iterable[PropertyProtocol]) -> list[tuple[str, str]]:
        """Return module and class name of every model and enumeration in the properties."""
        found = {
            (inner.class_info.module_name, str(inner.class_info.name))
            for prop in properties
            for inner in self._leaves(prop)
            if isinstance(inner, EnumProperty | ModelProperty)
        }
        return sorted(found)

    def _leaves(self, prop: PropertyProtocol) -> Iterator[PropertyProtocol]:
        if isinstance(prop, ListProperty):
            yield from self._leaves(prop.inner_property)
        elif isinstance(prop, UnionProperty):
            for inner in _choices(prop):
                yield from self._leaves(inner)
        elif (plain_dict := self.as_map(prop)) is not None:
            if plain_dict.additional_properties:
                yield from self._leaves(plain_dict.additional_properties)
        else:
            yield prop


def _choices(prop: UnionProperty) -> list[PropertyProtocol]:
    return [inner for inner in prop.inner_properties if not isinstance(inner, NoneProperty)]


def _plain(prop: PropertyProtocol) -> tuple[str, str]:
    if type(prop) not in _PLAIN:
        raise TypeError(f"{type(prop).__name__} is not supported")
    return _PLAIN[type(prop)]
