"""The same person, organisation, state, document or place across articles."""
