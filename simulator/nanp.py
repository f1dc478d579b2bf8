"""Which +1 numbers are in the United States: marketing templates do not reach those."""

_CANADA = (
    "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 474 506"
    " 514 519 537 548 568 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879"
    " 902 905 942"
)
_CARIBBEAN = "242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876"
_NO_PLACE = (
    "500 521 522 523 524 525 526 533 544 566 577 588 600 622 633 644 655 677 688 700 710 800 833 844 855 866 877"
)
_ELSEWHERE = frozenset(f"{_CANADA} {_CARIBBEAN} {_NO_PLACE} 888 900".split())


def is_us_number(digits: str) -> bool:
    """True for +1 followed by a US area code. `digits` is the full number without `+`."""
    return len(digits) == 11 and digits[0] == "1" and digits[1] in "23456789" and digits[1:4] not in _ELSEWHERE
