"""For each claim the roots on which its articles rest."""
