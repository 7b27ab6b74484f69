"""A noun phrase -> what it names: a name, several, a pronoun or a common noun."""
