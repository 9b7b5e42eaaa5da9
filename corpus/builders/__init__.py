"""One file a format: the blocks of a source.yaml to bytes."""
