"""`python -m onrecord` and the command `onrecord`."""

from onrecord.views.cli.app import main

if __name__ == "__main__":
    main()
