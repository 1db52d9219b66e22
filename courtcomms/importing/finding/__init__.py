"""Where in a grid reports stand."""
