"""One file or folder a pip extra, of the same name. Nothing in the core imports these."""
