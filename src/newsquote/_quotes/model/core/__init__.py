"""The learned stage once more, compiled: the same choices, several times as fast.

In: a text's tokens as numbers, the weights file's sections. Out: the heads that a cue may have, and
then the safest choice of each. Why: most of a parse is asking weights for the features of
candidates, which machine code does in a seventh of the time.

The plain-Python scorer is the reference and the default. This one stands behind the same interface
(``picks``): a text is read, which scores its tokens; then those heads are weighed that the caller
wants. Between the two it holds the text, so it is closed when done. What crosses over:

* once a model: the sections of the weights file, as they are in the file;
* once a word type and once a rule: its name, for which there is a number from then on;
* once a text: numbers alone. The type of each token; a number for each word in lower case; the
  marked text around each token; where sentences, paragraphs and marked texts begin and end.

``library`` finds and loads the shared library, and ``scorer`` asks it. Its source is in ``native``
at the root of the project, a file for a step or two of the Python one. A feature is spelled there
byte for byte as it is spelled here, and a weight is taken only where the whole spelling is equal.
It needs no C++ library and no Python header, so one library serves every version of Python.

It knows no rule: a hint is a name and ranges of tokens to it, as to the rest of the room.
"""
