"""How the weights of attribution were fitted."""
