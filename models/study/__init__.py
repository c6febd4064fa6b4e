"""Comparisons: variants of the recipe (ablations), and learning curves beside networks that have no graph."""
