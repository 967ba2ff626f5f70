"""The version of this package; it follows the package, not the specification."""

__version__ = "0.1.0"
