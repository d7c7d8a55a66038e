"""Across articles: which copy others, who is the same, what the same claim is, and where it comes from."""
