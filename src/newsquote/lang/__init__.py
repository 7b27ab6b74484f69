"""Words and weights: what newsquote knows of a language. It knows no text and no article."""

from newsquote.lang.pack import LanguagePack, get_pack

__all__ = ["LanguagePack", "get_pack"]
