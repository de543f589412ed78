"""Charts in three steps: values, chart data (numbers, gaps, labels), drawing; the same drawing for screen and paper."""

from journal.charts import matplotlib_folder as matplotlib_folder  # before anything of Matplotlib
