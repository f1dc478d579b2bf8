"""A role of the product under a number of its own: `python -m tests.faults.role worker 1`.

The number travels as a setting of its database sessions (libpq's PGOPTIONS), where `holds.py` reads it: so a kill finds the
very process that is in the state aimed at. The program itself is the product's, unchanged.
"""

import os
import sys


def main() -> None:
    """Become the role."""
    role, number = sys.argv[1:]
    os.environ["PGOPTIONS"] = f"-c faults.process={number}"
    os.execv(sys.executable, [sys.executable, "-m", "leadnurturebot", role])


if __name__ == "__main__":
    main()
