"""`python -m leadnurturebot.demo_shop.pictures FOLDER`: draw the pictures that are missing there, politely."""

import os
import sys
from pathlib import Path

from leadnurturebot.demo_shop.pictures.gallery import write_missing

if __name__ == "__main__":
    os.nice(10)
    write_missing(Path(sys.argv[1]))
