"""A page as pixels."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import numpy as np
import numpy.typing as npt


def grey_image(pdf: bytes, dots: int, page: int = 0) -> npt.NDArray[np.uint8]:
    """The page as shades of grey, so many dots an inch, row by row from the top."""
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(pdf)) as document, closing(document[page]) as sheet:
        drawn: Any = sheet.render(scale=dots / 72, grayscale=True)
        rows: npt.NDArray[np.uint8] = np.array(drawn.to_numpy()).reshape(drawn.height, -1)[:, : drawn.width]
        return rows
