"""One package per tag of the specification."""
