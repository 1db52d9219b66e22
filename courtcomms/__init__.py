"""The core of courtcomms: the register of a court's communication events and its quarterly report.

Nothing below this package imports Qt; see docs/ARCHITECTURE.md for the floors of the house.
"""

__version__ = "0.1.0"
