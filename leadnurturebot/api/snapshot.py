"""`python -m leadnurturebot.api.snapshot` writes the API's description. A changed snapshot is a changed promise."""

import os

import django


def main() -> None:
    """Write `openapi.json`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leadnurturebot.config.settings")
    django.setup()
    from leadnurturebot.api.description import SNAPSHOT, describe

    SNAPSHOT.write_bytes(describe())


if __name__ == "__main__":
    main()
