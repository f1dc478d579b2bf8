"""What operations that change goods share: forms as they come in, and refusals as problems."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.views import ShopView
from leadnurturebot.catalog.editing.forms import (
    STATUSES,
    ChangedMeanwhile,
    NoSuchProduct,
    ProductForm,
    UnusableProduct,
    VariantForm,
)

_LONGEST = 10_000


class _Text(serializers.CharField):
    """Any text up to a bound; what is too long for its field is said by name, with everything else."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"allow_blank": True, "default": "", "max_length": _LONGEST, **kwargs})


class VariantFormSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(allow_null=True, default=None)
    sku = _Text()
    color = _Text()
    size = _Text()
    price = _Text(help_text="As written: 49.90, 49,90 or 1.299,00.")
    compare_at = _Text(help_text="The price before a reduction, empty for none.")
    stock = serializers.IntegerField(allow_null=True, default=None, help_text="Null leaves what is there.")
    stock_seen = serializers.IntegerField(allow_null=True, default=None)
    measures = serializers.DictField(child=serializers.FloatField(), default=dict)


class DetailFormSerializer(serializers.Serializer[Any]):
    name = _Text()
    value = _Text()


class ProductFormSerializer(serializers.Serializer[Any]):
    name = _Text()
    category = _Text()
    audience = _Text(default="women")
    collection = _Text()
    description = _Text(trim_whitespace=False)
    material = _Text()
    fit = _Text()
    named_details = DetailFormSerializer(many=True, default=list)
    occasions = serializers.ListField(child=_Text(), default=list, max_length=30)
    size_chart_id = serializers.UUIDField(allow_null=True, default=None)
    status = serializers.ChoiceField(choices=STATUSES, default="active")
    variants = VariantFormSerializer(many=True, default=list)


class ProductChangeSerializer(ProductFormSerializer):
    version = serializers.IntegerField(help_text="The one that was edited.")


class ProductStatusSerializer(serializers.Serializer[Any]):
    status = serializers.ChoiceField(choices=STATUSES)


class StockSerializer(serializers.Serializer[Any]):
    variant_id = serializers.UUIDField()
    stock = serializers.IntegerField(required=False, help_text="The new count, with `seen`.")
    seen = serializers.IntegerField(required=False, help_text="The count that it replaces.")
    change = serializers.IntegerField(required=False, help_text="Or: so many more, or fewer.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Either a count with the one it replaces, or a change."""
        if ("change" in attrs) == ("stock" in attrs and "seen" in attrs):
            raise ValidationError({"stock": ["Give stock with seen, or change."]})
        return attrs


class PictureFileSerializer(serializers.Serializer[Any]):
    file = serializers.FileField(allow_empty_file=True)
    color = _Text()
    alt = _Text()


class PictureFormSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    color = _Text()
    alt = _Text()


class PicturesSerializer(serializers.Serializer[Any]):
    pictures = PictureFormSerializer(many=True)


def form_of(values: dict[str, Any]) -> ProductForm:
    """The form of a validated body. Raises ValidationError for a detail that stands twice."""
    details = values.pop("named_details")
    named = {each["name"].strip(): each["value"] for each in details}
    if len(named) != len(details):
        raise ValidationError({"details": ["twice"]})
    variants = [VariantForm(**variant) for variant in values.pop("variants")]
    return ProductForm(**values, details=named, variants=variants)


class ProductEditing(ShopView):
    """An operation on goods: everything or nothing."""

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Turns what cannot be done into problems with a code."""
        try:
            yield
        except NoSuchProduct as error:
            raise NotFound("There is no such thing in this shop.") from error
        except UnusableProduct as error:
            raise ValidationError({name: [code] for name, code in error.fields.items()}) from error
        except ChangedMeanwhile as error:
            code = "product_changed" if error.stock is None else "stock_changed"
            raise Refused(code, str(error)) from error
