"""The trained model: from candidates and their features to the attributions of a text. Knows no rule."""
