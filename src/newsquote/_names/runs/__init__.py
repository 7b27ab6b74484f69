"""Words -> runs of capitalised words, each as far as a name goes; what a run names is asked later."""
