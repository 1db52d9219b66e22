"""The commands of the command line, one module for each kind; `courtcomms.cli` parses and dispatches."""
