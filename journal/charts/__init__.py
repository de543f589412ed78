"""Charts in three steps: values, chart data (numbers, gaps, labels), drawing; the same drawing for screen and paper."""
