"""The trained model: from features to the attributions of a text. It knows no rule."""
