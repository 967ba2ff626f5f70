"""Load a specification and resolve references inside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

__all__ = ["HTTP_METHODS", "Spec", "SpecError", "load_spec"]

HTTP_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class SpecError(Exception):
    """
    A mistake in a specification.

    Args:
        file: The file, as the maintainer would type it.
        element: A pointer to the element, such as ``#/paths/~1sync/post``.
        message: What is wrong with it.
    """

    def __init__(self, file: str, element: str, message: str) -> None:
        super().__init__(f"{file}: {element}: {' '.join(message.split())}")


class Spec:
    """
    A specification document.

    Args:
        file: The file, as the maintainer would type it.
        document: The parsed document.
    """

    def __init__(self, file: str, document: dict[str, Any]) -> None:
        self.file = file
        self.document = document

    @property
    def schemas(self) -> dict[str, Any]:
        """The component schemas by name."""
        schemas: dict[str, Any] = self.document.get("components", {}).get("schemas", {})
        return schemas

    def error(self, element: str, message: str) -> SpecError:
        """Return the error for an element of this file."""
        return SpecError(self.file, element, message)

    def lookup(self, reference: str) -> Any:
        """
        Return what a local reference points to.

        Raises:
            KeyError: It points nowhere.
        """
        if not reference.startswith("#/"):
            raise KeyError(reference)
        found: Any = self.document
        for part in reference[2:].split("/"):
            found = found[part.replace("~1", "/").replace("~0", "~")]
        return found

    def resolve(self, element: Any) -> Any:
        """Follow a ``$ref`` until something that is none."""
        while isinstance(element, dict) and "$ref" in element:
            element = self.lookup(element["$ref"])
        return element

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any], str]]:
        """Give path, method, operation and element pointer of every operation, in order."""
        for path, item in self.document.get("paths", {}).items():
            for method in HTTP_METHODS:
                if method in item:
                    pointer = f"#/paths/{path.replace('~', '~0').replace('/', '~1')}/{method}"
                    yield path, method, item[method], pointer

    def references(self) -> Iterator[tuple[str, str]]:
        """Give element pointer and target of every ``$ref``, outside examples."""
        yield from _references(self.document, "#")


def _references(element: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(element, dict):
        for key, value in element.items():
            if key == "$ref" and isinstance(value, str):
                yield pointer, value
            elif key not in {"example", "examples"}:
                yield from _references(value, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(element, list):
        for index, value in enumerate(element):
            yield from _references(value, f"{pointer}/{index}")


def load_spec(path: Path, name: str | None = None) -> Spec:
    """
    Read a specification file.

    Raises:
        SpecError: It is no YAML mapping.
    """
    file = name or f"specs/{path.name}"
    # YAML 1.2 rules: clock times and dates in examples stay texts or are read as the standard says.
    yaml = YAML(typ="safe", pure=True)
    try:
        document = yaml.load(path.read_text(encoding="utf-8"))
    except YAMLError as error:
        raise SpecError(file, "#", f"is not YAML: {error}") from None
    if not isinstance(document, dict):
        raise SpecError(file, "#", "is not a mapping")
    return Spec(file, document)
