"""`python -m leadnurturebot`: the same as the `leadnurturebot` command."""

import sys

from leadnurturebot.cli import main

if __name__ == "__main__":
    sys.exit(main())
