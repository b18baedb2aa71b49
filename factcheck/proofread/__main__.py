"""`python -m factcheck.proofread` prints the page of all alerts, CODES.md beside this file."""

import sys

from factcheck.proofread.codes import page

if __name__ == "__main__":
    sys.stdout.write(page())
