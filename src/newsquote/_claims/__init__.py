"""CLAIMS ABOUT WHO SAID WHAT, held against an article: whom a name means, whose words these are.

It reads no text: it has the article's quotes and speakers.
"""
