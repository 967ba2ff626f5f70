"""The enumeration `DeviceCategory`."""

from .._runtime.enums import OpenEnum

__all__ = ["DeviceCategory"]


class DeviceCategory(OpenEnum):
    """
    Form factor of a device.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    DESKTOP = "desktop"
    MOBILE = "mobile"
    TABLET = "tablet"
    OTHER = "other"
