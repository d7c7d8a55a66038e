"""Articles and passages that reprint others."""
