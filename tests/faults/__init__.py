"""The fault suite: nothing lost, nothing sent twice, whatever breaks.

`python -m tests.faults [--seeds 1,2,3] [--short]` (`make test-faults`). One system of real processes serves the same
customers twice: in quiet shops without a fault, then in stormy shops under a plan of faults drawn from a seed. Afterwards
the stormy shops must equal the quiet ones under `projection.py`, and every send must be accounted for (`accounts.py`).
"""
