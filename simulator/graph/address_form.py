"""The form for an address: its countries, its fields, and what may be said of them beforehand."""

from simulator.graph.fields import Fields

COUNTRIES = ("IN", "SG")
FIELDS = {
    "IN": (
        "name", "phone_number", "in_pin_code", "house_number", "floor_number", "tower_number", "building_name", "address",
        "landmark_area", "city", "state",
    ),
    "SG": ("name", "phone_number", "sg_post_code", "address", "unit_number", "city"),
}  # fmt: skip
MOST = 1000


def check_address_form(parameters: Fields) -> None:
    """Raises GraphError for a country without a form, and for values or errors of fields that its form has not."""
    country = parameters.one_of("country", COUNTRIES)
    for part in ("values", "validation_errors"):
        if (given := parameters.optional_object(part)) is not None:
            for name in given.names():
                if name not in FIELDS[country]:
                    raise given.refuse(name, f"is no field of an address in {country}.")
                given.text(name, MOST)
    if parameters.has("saved_addresses"):
        for saved in parameters.objects("saved_addresses", 0, MOST):
            saved.text("id", MOST)
