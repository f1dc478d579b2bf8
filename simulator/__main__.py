"""`python -m simulator` is `leadnurturebot-simulator`."""

from simulator.main import main

if __name__ == "__main__":
    main()
