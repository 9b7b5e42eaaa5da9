"""The workbench: pages and an HTTP API over the same pipeline as the command line, for one machine or an intranet."""
