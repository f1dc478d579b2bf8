"""What is wrong with a file: by code and values, and in words."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from leadnurturebot.catalog.row_problems import FILES, Values


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was left out: the row as a spreadsheet counts it (the first line is 1), the column, and why."""

    row: int
    column: str
    message: str
    code: str = field(default="", compare=False)
    values: Values = field(default_factory=dict, compare=False)

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}: {self.message}" if self.column else f"row {self.row}: {self.message}"


class NothingToImport(ValueError):
    """No row of the file could be used. The message says what to do; `code` is one of FILES; `problems` names the rows."""

    def __init__(self, code: str, problems: Sequence[Problem] = (), **values: str) -> None:
        super().__init__(FILES[code].format(**values))
        self.code = code
        self.values: Values = values
        self.problems = tuple(problems)
