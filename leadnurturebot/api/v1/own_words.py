"""What the assistant says, as the shop words it, and the voice it says it in."""

from typing import Any

from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.paging import Page
from leadnurturebot.api.views import ShopView, answered, checked, chosen, operation, query
from leadnurturebot.assistant.own_words.actions import unword_text, word_text
from leadnurturebot.assistant.own_words.checking import MOST_WORDINGS, SENTENCE_MAX, NoSuchText, UnusableWording
from leadnurturebot.assistant.own_words.queries import get_text, list_texts
from leadnurturebot.assistant.own_words.samples import Shown
from leadnurturebot.assistant.own_words.sections import SECTIONS
from leadnurturebot.assistant.phrasing.texts import languages
from leadnurturebot.catalog.queries import list_products
from leadnurturebot.domain.money import Money
from leadnurturebot.platform import audit
from leadnurturebot.platform.clocks import wall_now
from leadnurturebot.shops.access import get_shop
from leadnurturebot.shops.actions import settings_change
from leadnurturebot.shops.settings import ShopSettings, UnusableSetting

PROBLEMS = {
    "count": "Write one to {name} wordings.",
    "forms": "Write these forms, and always `other`: {name}.",
    "empty": "A wording has no words.",
    "unknown_name": "Nothing called {{{name}}} can stand here.",
    "missing_name": "The sentence has to hold {{{name}}}.",
    "brace": "A brace is open or has no name in it.",
    "figure": "A figure of your own would go on being said when it is no longer true.",
    "too_long": "At most {name} characters.",
}


class Wording(serializers.DictField):
    """One wording by CLDR plural category; `other` alone where nothing is counted."""

    child = serializers.CharField(max_length=SENTENCE_MAX * 2, allow_blank=True)


class NameSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    sample = serializers.CharField()
    is_needed = serializers.BooleanField()


class TextSerializer(serializers.Serializer[Any]):
    key = serializers.CharField()
    section = serializers.ChoiceField(choices=list(SECTIONS))
    ours = serializers.ListField(child=Wording())
    own = serializers.ListField(child=Wording(), help_text="Empty while ours are said.")
    names = NameSerializer(many=True)
    longest = serializers.IntegerField()


class TextPageSerializer(serializers.Serializer[Any]):
    results = TextSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class OwnWordingSerializer(serializers.Serializer[Any]):
    wordings = serializers.ListField(child=Wording(), allow_empty=False, max_length=MOST_WORDINGS)


class VoiceSerializer(serializers.Serializer[Any]):
    greeting = serializers.CharField(max_length=80, allow_blank=True, help_text='Own opening, "Hey {name}!".')
    emoji = serializers.ChoiceField(choices=("none", "some", "many"))
    signature = serializers.CharField(max_length=8, allow_blank=True, help_text="The emoji that is the shop's own.")


class WordsView(ShopView):
    """What operations on texts share."""

    def shown(self) -> Shown:
        """What samples tell of: the goods asked for most."""
        shop = get_shop(self.shop.id)
        best = next(iter(list_products(shop.id, shop.currency, now=self.now, limit=1)), None)
        team = ShopSettings.model_validate(shop.settings).team_name or shop.name
        return Shown(
            shop=shop.name, team=team, country=shop.country, product=best.name if best else "…",
            price=best.price_from if best else Money(0, shop.currency),
        )  # fmt: skip

    def noted(self, action: str, language: str, key: str) -> None:
        """Put a change into the audit trail."""
        audit.record(shop_id=self.shop.id, actor=self.actor, action=action, now=wall_now(), subject=f"{language} {key}")


class TextsView(WordsView):
    """The texts of a language."""

    @operation(
        "listTexts", "texts", answer=TextPageSerializer,
        parameters=(
            query("language", choices=languages()), query("section", choices=tuple(SECTIONS)), query("q"),
            query("own", choices=("true",), about="Only what the shop words itself."),
        ),
    )  # fmt: skip
    def get(self, request: Request) -> Response:
        """At most 200 texts, by heading or by words in them."""
        found = list_texts(
            self.shop.id, chosen(request, "language", languages(), "en"), self.shown(),
            section=chosen(request, "section", tuple(SECTIONS), ""), words=request.query_params.get("q", ""),
            only_own=chosen(request, "own", ("true",), "") == "true",
        )  # fmt: skip
        return answered(TextPageSerializer, Page(results=found, next_cursor=None))


class TextOneView(WordsView):
    """One text in one language."""

    @operation("wordText", "texts", answer=TextSerializer, body=OwnWordingSerializer)
    def put(self, request: Request, language: str, key: str) -> Response:
        """Say it in these words from the next message on, several in turn. 400 `wording_…` says what is wrong with one."""
        wordings = checked(OwnWordingSerializer, request)["wordings"]
        try:
            word_text(self.key, text=key, language=language, wordings=wordings, now=self.now)
        except NoSuchText as error:
            raise NotFound("There is no such text.") from error
        except UnusableWording as error:
            said = PROBLEMS[error.code].format(name=error.name)
            raise Refused(f"wording_{error.code}", said, status_code=400) from error
        self.noted("text.worded", language, key)
        return self._found(language, key)

    @operation("unwordText", "texts", answer=TextSerializer)
    def delete(self, request: Request, language: str, key: str) -> Response:
        """Say it in our words again."""
        try:
            unword_text(self.key, text=key, language=language, now=self.now)
        except NoSuchText as error:
            raise NotFound("There is no such text.") from error
        self.noted("text.unworded", language, key)
        return self._found(language, key)

    def _found(self, language: str, key: str) -> Response:
        return answered(TextSerializer, get_text(self.shop.id, key, language, self.shown()))


class VoiceView(ShopView):
    """How openings and thanks sound."""

    @operation("getVoice", "texts", answer=VoiceSerializer)
    def get(self, request: Request) -> Response:
        """The brand's voice."""
        return self._answered(ShopSettings.model_validate(get_shop(self.shop.id).settings))

    @operation("changeVoice", "texts", answer=VoiceSerializer, body=VoiceSerializer)
    def put(self, request: Request) -> Response:
        """Change the voice; it counts from the next message on."""
        given = checked(VoiceSerializer, request)
        changes = {f"voice_{name}": words for name, words in given.items()}
        try:
            after = settings_change(shop=get_shop(self.shop.id), changes=changes, now=self.now, actor=self.actor)
        except UnusableSetting as error:
            raise ValidationError({"greeting": [str(error)]}) from error
        return self._answered(after)

    def _answered(self, settings: ShopSettings) -> Response:
        voice = {name: getattr(settings, f"voice_{name}") for name in ("greeting", "emoji", "signature")}
        return answered(VoiceSerializer, voice)
