"""Office Open XML as such: its package and its markup, for whoever reads or writes it."""
