"""What happened to an event: who changed what and when, with a way back for one cell."""
