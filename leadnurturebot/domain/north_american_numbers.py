"""Which +1 numbers are in the United States, where no marketing template is delivered (rule since 2025-04-01).

Country code 1 is shared by some twenty countries; the three digits after it tell which. Codes of Canada and the
Caribbean are listed; every other code counts as the United States and its territories, so that a new one is rather not
written to than written to in vain.
"""

_CANADA = """
204 226 236 249 250 257 263 273 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514 519 548
579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942
"""
_CARIBBEAN_AND_BERMUDA = "242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876"
ELSEWHERE = frozenset(_CANADA.split()) | frozenset(_CARIBBEAN_AND_BERMUDA.split())


def is_us_recipient(address: str) -> bool:
    """Whether `address` (a wa_id, a number with or without `+`, or a business-scoped id `US.…`) is in the US."""
    if address[:3].upper() == "US.":
        return True
    digits = "".join(filter(str.isdigit, address)) if "." not in address else ""
    return digits.startswith("1") and digits[1:4] not in ELSEWHERE
