"""Names -> identities in the making, each with its names, places and descriptions."""
