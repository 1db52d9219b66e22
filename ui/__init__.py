"""The Qt program; `ui/app.py` is the one place where things are put together."""
