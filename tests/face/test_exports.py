"""What can be imported from the face, and nothing else."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from importlib import metadata
from types import ModuleType
from typing import Any

import pytest

from .vendors import Vendor

_TYPING_HELPERS = {"Any", "TYPE_CHECKING"}


def public_errors(base: type[Any]) -> set[type[Any]]:
    """Return a class and everything derived from it, without private classes."""
    found = {base}
    for child in base.__subclasses__():
        found |= public_errors(child)
    return {one for one in found if not one.__name__.startswith("_")}


def test_all_names_resolve(vendor: Vendor) -> None:
    """Every name in ``__all__`` can be imported, and none of them twice."""
    names = vendor.module.__all__
    assert len(names) == len(set(names))
    assert [name for name in names if not hasattr(vendor.module, name)] == []


def test_dir_is_all(vendor: Vendor) -> None:
    """Completion in an editor shows exactly ``__all__``."""
    assert sorted(vendor.module.__all__) == dir(vendor.module)


def test_nothing_private_is_offered(vendor: Vendor) -> None:
    """No name of the face begins with an underscore, except the version."""
    assert [name for name in vendor.module.__all__ if name.startswith("_")] == ["__version__"]


def test_nothing_else_is_importable(vendor: Vendor) -> None:
    """Beside ``__all__`` a module holds only submodules and what its annotations need."""
    others = {
        name
        for name, value in vars(vendor.module).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert set() == others - set(vendor.module.__all__) - _TYPING_HELPERS


def test_unknown_name_is_an_attribute_error(vendor: Vendor) -> None:
    """A misspelt name fails as it does in every module."""
    with pytest.raises(AttributeError, match="NoSuchModel"):
        vendor.module.NoSuchModel  # noqa: B018


def test_every_error_is_exported(vendor: Vendor) -> None:
    """Whatever a call can raise can be caught by a name of the face."""
    for module in pkgutil.iter_modules(vendor.module.__path__):
        importlib.import_module(f"{vendor.kit}.{module.name}")
    missing = {one.__name__ for one in public_errors(vendor.module.KitError)} - set(vendor.module.__all__)
    # A package without paged operations has no use for the error of paging.
    assert missing <= (set() if "Pager" in vendor.module.__all__ else {"PaginationError"})


def test_errors_have_one_base(vendor: Vendor) -> None:
    """``except KitError`` catches every exception class of the face."""
    classes = [getattr(vendor.module, name) for name in vendor.module.__all__]
    errors = [one for one in classes if inspect.isclass(one) and issubclass(one, BaseException)]
    assert [one for one in errors if not issubclass(one, vendor.module.KitError)] == []


def test_every_model_is_exported(vendor: Vendor) -> None:
    """Every generated model can be imported from the face."""
    models = importlib.import_module(f"{vendor.generated}.models")
    assert set() == set(models.__all__) - set(vendor.module.__all__)
    assert all(getattr(vendor.module, name) is getattr(models, name) for name in models.__all__)


def test_star_import_works(vendor: Vendor) -> None:
    """``from kit import *`` brings the clients and nothing fails on the way."""
    code = f"from {vendor.kit} import *; assert {vendor.client}, Async{vendor.client}"
    paths = [str(entry) for entry in sys.path if entry]
    program = f"import sys; sys.path[:] = {paths!r}; {code}"
    done = subprocess.run(
        [sys.executable, "-I", "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


def test_version_is_that_of_the_package(vendor: Vendor) -> None:
    """``__version__`` looks like a version and agrees with the installed distribution, if there is one."""
    assert vendor.module.__version__.count(".") >= 2
    try:
        installed = metadata.version(vendor.kit.replace("_", "-"))
    except metadata.PackageNotFoundError:
        return
    assert installed == vendor.module.__version__
