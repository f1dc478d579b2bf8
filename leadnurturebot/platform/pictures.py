"""Addresses of picture files for the portal: relative, so that they work under any name of the host."""

from django.conf import settings


def picture_url(file: str | None) -> str | None:
    """The address of a stored picture, None for none; a picture that lies elsewhere has its own."""
    if file and file.startswith("https://"):
        return file
    return f"{settings.MEDIA_URL}{file}" if file else None
