"""The network of an election: its names and ties, where they stand on a stage, and the country under them."""
