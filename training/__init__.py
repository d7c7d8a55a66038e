"""How each shipped model and table of data was made."""
