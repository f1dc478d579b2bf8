"""Where customers' files lie: a folder of the home, another folder, or a bucket. Never where the web server serves from."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from leadnurturebot.config.environment import BadSetting


def private_storage(url: str, folder: Path) -> dict[str, Any]:
    """Django's description of the storage that STORAGE_URL names: `file:///folder`, or
    `s3://key:secret@host/bucket/prefix?region_name=…`. Raises BadSetting."""
    parts = urlsplit(url)
    if parts.scheme != "s3":
        place = Path(unquote(parts.path)) if parts.path else folder
        options = {"location": place, "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    if find_spec("boto3") is None:
        raise BadSetting("STORAGE_URL", "a bucket needs the package boto3, which is not installed")
    bucket, _, prefix = parts.path.strip("/").partition("/")
    if not bucket:
        raise BadSetting("STORAGE_URL", "names no bucket; it looks like s3://key:secret@host/bucket")
    host = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
    options = {
        "bucket_name": bucket, "location": prefix, "endpoint_url": f"https://{host}", "querystring_auth": False,
        "access_key": unquote(parts.username or ""), "secret_key": unquote(parts.password or ""),
        **dict(parse_qsl(parts.query)),
    }  # fmt: skip
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
