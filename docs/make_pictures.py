"""Draw the pictures of the README and the manual from the real program.

Run as ``.venv/bin/python docs/make_pictures.py``; needs no display.
"""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from courtcomms.commands.register import sample
from ui.app import draw_window

IMAGES = Path(__file__).resolve().parent / "images"


def main(images: Path = IMAGES) -> None:
    """Draw each picture anew, in place of the old one."""
    images.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sample(Path(folder))
        draw_window(Path(folder), images / "window.png")


if __name__ == "__main__":
    main()
