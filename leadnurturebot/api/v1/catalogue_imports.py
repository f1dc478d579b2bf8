"""Catalogue files: uploaded, looked at, applied, undone; and the catalogue as a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework import serializers
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.parsers import JSONParser, MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from leadnurturebot.api.errors import Refused
from leadnurturebot.api.paging import PAGE, Page, decode_count, encode
from leadnurturebot.api.views import ShopView, answered, checked, chosen, file_operation, operation, query
from leadnurturebot.catalog.importing import jobs, pages
from leadnurturebot.catalog.importing.writing import catalogue_csv
from leadnurturebot.platform import audit, file_store
from leadnurturebot.platform.ids import uuid7
from leadnurturebot.platform.sql import borrowed


class CatalogueFileSerializer(serializers.Serializer[Any]):
    file = serializers.FileField()


class FileProblemSerializer(serializers.Serializer[Any]):
    row = serializers.IntegerField(help_text="As a spreadsheet counts: the line of column names is 1.")
    column = serializers.CharField()
    message = serializers.CharField(help_text="In English; `code` with its `values` says the same.")
    code = serializers.CharField()
    values = serializers.DictField()


class WhySerializer(serializers.Serializer[Any]):
    code = serializers.CharField(help_text="Empty where nothing failed.")
    column = serializers.CharField()
    values = serializers.DictField()


class ImportSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    state = serializers.CharField()
    file_name = serializers.CharField()
    reason = serializers.CharField()
    why = WhySerializer()
    total = serializers.IntegerField()
    done = serializers.IntegerField()
    problem_count = serializers.IntegerField()
    problems = FileProblemSerializer(many=True, help_text="The first thousand; none in a list.")
    planned = serializers.DictField(child=serializers.IntegerField())
    outcomes = serializers.DictField(child=serializers.IntegerField())
    created_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)


class ImportPageSerializer(serializers.Serializer[Any]):
    results = ImportSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class ChangeSerializer(serializers.Serializer[Any]):
    sku = serializers.CharField()
    field = serializers.CharField()
    before = serializers.JSONField(allow_null=True)
    after = serializers.JSONField(allow_null=True)


class ImportRowSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    line = serializers.IntegerField()
    name = serializers.CharField()
    action = serializers.CharField()
    outcome = serializers.CharField()
    reason = serializers.CharField()
    why = WhySerializer()
    changes = ChangeSerializer(many=True)


class ImportRowPageSerializer(serializers.Serializer[Any]):
    results = ImportRowSerializer(many=True)
    next_cursor = serializers.CharField(allow_null=True)


class ImportingView(ShopView):
    """What operations on imports share."""

    @contextmanager
    def refusals(self) -> Iterator[None]:
        """Turns what cannot be done into problems with a code."""
        try:
            yield
        except jobs.NoSuchImport as error:
            raise NotFound("There is no such import.") from error
        except jobs.ImportBusy as error:
            raise Refused("import_busy", str(error)) from error

    def shown(self, import_id: UUID, *, status: int = 200) -> Response:
        """The import as it is now. Raises NotFound."""
        found = pages.get_import(borrowed(), self.shop.id, import_id)
        if found is None:
            raise NotFound("There is no such import.")
        return answered(ImportSerializer, found, status=status)

    def move(self, import_id: UUID, before: str, after: str, action: str) -> Response:
        """From one state to the next one, with its audit entry."""
        with self.refusals():
            jobs.import_move(
                connection=borrowed(), shop_id=self.shop.id, import_id=import_id, before=before, after=after
            )
        audit.record(shop_id=self.shop.id, actor=self.actor, action=action, now=self.now, subject=str(import_id))
        return self.shown(import_id)


class ImportsView(ImportingView):
    """All imports."""

    parser_classes = (MultiPartParser, JSONParser)

    @operation("listImports", "imports", answer=ImportPageSerializer)
    def get(self, request: Request) -> Response:
        """The newest imports."""
        return answered(
            ImportPageSerializer, Page(results=pages.list_imports(borrowed(), self.shop.id), next_cursor=None)
        )

    @operation("uploadCatalogue", "imports", answer=ImportSerializer, body=CatalogueFileSerializer, status=201)
    def post(self, request: Request) -> Response:
        """A Shopify or WooCommerce export or our own CSV, up to 10 MB. It is read, and changes nothing until applied."""
        file = checked(CatalogueFileSerializer, request)["file"]
        if file.size > jobs.MOST_BYTES:
            raise ValidationError({"file": ["large"]})
        stored_as = file_store.keep(self.key, f"imports/{uuid7()}", file.read())
        with self.refusals():
            import_id = jobs.import_start(
                connection=borrowed(), shop_id=self.shop.id, file_name=file.name, stored_as=stored_as,
                actor=self.actor, now=self.now,
            )  # fmt: skip
        return self.shown(import_id, status=201)


class ImportOneView(ImportingView):
    """One import."""

    @operation("getImport", "imports", answer=ImportSerializer)
    def get(self, request: Request, import_id: UUID) -> Response:
        """How far it is, and what is wrong with the file."""
        return self.shown(import_id)

    @operation("discardImport", "imports", answer=ImportSerializer)
    def delete(self, request: Request, import_id: UUID) -> Response:
        """Put a preview away: nothing of it is applied."""
        return self.move(import_id, "ready", "discarded", "import.discarded")


class ImportRowsView(ImportingView):
    """The products of an import."""

    @operation(
        "listImportRows", "imports", answer=ImportRowPageSerializer,
        parameters=(query("kind", choices=pages.FILTERS), query("cursor")),
    )  # fmt: skip
    def get(self, request: Request, import_id: UUID) -> Response:
        """What the import does to each product, in the file's order."""
        self.shown(import_id)
        place = decode_count(request.query_params.get("cursor", ""))
        found = pages.list_rows(
            borrowed(), self.shop.id, import_id, limit=PAGE + 1, kind=chosen(request, "kind", pages.FILTERS, ""),
            after=place[0] if place else -1,
        )  # fmt: skip
        rows = found[:PAGE]
        cursor = encode(rows[-1].position, rows[-1].id) if len(found) > PAGE else None
        return answered(ImportRowPageSerializer, Page(results=rows, next_cursor=cursor))


class ImportApplyView(ImportingView):
    """Doing it."""

    @operation("applyImport", "imports", answer=ImportSerializer)
    def post(self, request: Request, import_id: UUID) -> Response:
        """Change the catalogue as the preview shows. It goes on in the background."""
        return self.move(import_id, "ready", "running", "import.applied")


class ImportUndoView(ImportingView):
    """Taking it back."""

    @operation("undoImport", "imports", answer=ImportSerializer)
    def post(self, request: Request, import_id: UUID) -> Response:
        """Bring products back as they were before, unless they were changed since."""
        return self.move(import_id, "done", "undoing", "import.undone")


class ExportView(ShopView):
    """The catalogue as a file."""

    @file_operation("exportCatalogue", "imports", kind="text/csv")
    def get(self, request: Request) -> HttpResponse:
        """Our own CSV of every product that is not archived; it reads back in as it is."""
        body = catalogue_csv(borrowed(), self.shop.id, self.shop.currency)
        name = f"{self.shop.slug}-{self.now.date().isoformat()}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
        return HttpResponse(body, content_type="text/csv; charset=utf-8", headers=headers)
