"""Pure rules: standard library only, time passed in, no I/O."""
