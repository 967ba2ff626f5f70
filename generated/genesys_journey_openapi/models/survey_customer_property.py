"""The enumeration `SurveyCustomerProperty`."""

from .._runtime.enums import OpenEnum

__all__ = ["SurveyCustomerProperty"]


class SurveyCustomerProperty(OpenEnum):
    """
    Property of a customer that an answer is stored under.

    A value that is not listed here is kept as it came; ``is_known`` tells.
    """

    GIVEN_NAME = "givenName"
    FAMILY_NAME = "familyName"
    EMAIL = "email"
    PHONE = "phone"
    GENDER = "gender"
    COMPANY_NAME = "companyName"
