"""Entities across articles: who and what articles name under several names, and who only share one.

``resolve`` is the whole of it: from what goes by a name in the ledger (:class:`~allegedly.weighing.entities.named.Named`) to
groups that are one, each joining with a score and a sentence. It knows nothing but names, roles, places and who is named
beside them; the user's authority lists and people's decisions come before it.

- ``named``: what goes by one name, as it is compared
- ``spelling``, ``people``, ``bodies``: words, names of people, names of bodies and places, two at a time
- ``keys``: which pairs are looked at at all
- ``scoring``: a pair, with everything known of both, and the sentence
- ``clustering``: pairs into groups that hold nobody who is kept apart
- ``authority``: the user's own lists
- ``keeping``: all this for a ledger
"""
