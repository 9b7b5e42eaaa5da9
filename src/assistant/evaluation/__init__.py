"""Runs the program on labelled sets and has their own scorers count: `jianzheng eval`."""
