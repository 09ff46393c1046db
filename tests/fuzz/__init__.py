"""Random input over every reader and the whole chain: bounded among the tests, as long as one likes by `make fuzz`."""
