"""What a sentence says of a result: whose seats, votes and ranks, turnout and voters, sizes, votes not held."""
