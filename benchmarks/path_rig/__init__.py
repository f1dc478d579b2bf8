"""The rig of `benchmarks.message_path`: shops in a scratch home, a Graph stand-in, a load generator, and the count after."""
