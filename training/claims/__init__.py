"""How the data are made with which claims are gathered."""
