"""The trained half of attribution: a small encoder that marks cues and, for each cue, its source and its content."""
