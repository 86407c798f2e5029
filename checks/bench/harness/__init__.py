"""The benchmark harness: builds the peers, runs them in turns, and writes the tables."""
