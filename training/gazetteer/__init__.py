"""How the gazetteer was made."""
