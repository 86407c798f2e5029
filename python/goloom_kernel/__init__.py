"""Goloom for Jupyter: finds a JDK and becomes the kernel."""
