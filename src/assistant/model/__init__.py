"""Frozen values handed from stage to stage. Standard library only."""
