"""The words around a name or in a noun phrase -> what they say of whoever is meant."""
