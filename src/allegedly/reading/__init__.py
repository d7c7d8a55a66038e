"""Article → reading: one room for each kind of finding."""
