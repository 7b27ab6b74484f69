"""The trained model: candidates and their features -> attributions. It knows no rule."""
