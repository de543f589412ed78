"""Where Matplotlib keeps its list of fonts: in the program's own folder, so that erasing takes it along.

Imported with the package, before Matplotlib, which reads the variable once. A folder that the person named stays.
"""

from __future__ import annotations

import os

from journal import paths

os.environ.setdefault("MPLCONFIGDIR", str(paths.cache_folder()))
