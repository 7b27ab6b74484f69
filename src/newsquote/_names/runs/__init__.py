"""Words -> runs of capitalised words, each as far as a name goes."""
