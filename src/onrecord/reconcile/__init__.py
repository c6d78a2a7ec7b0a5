"""What the rows of many reports say together: pure functions, each decision with its reasons."""
