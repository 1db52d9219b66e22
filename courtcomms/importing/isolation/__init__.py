"""Strangers' files are read in a process of their own; LibreOffice reads what we do not."""
