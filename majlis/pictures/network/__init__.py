"""The network of an election as a picture at rest."""
