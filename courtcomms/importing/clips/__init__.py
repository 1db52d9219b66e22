"""What was copied in another program."""
