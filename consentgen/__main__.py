"""Run the command line with `python -m consentgen`."""

from consentgen.cli.main import main

if __name__ == "__main__":
    main()
