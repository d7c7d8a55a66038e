"""Pictures, drawn on the server as SVG that takes its colours from the page: they work without scripts, and on paper."""
