"""Power in words: in a council or house, of a name over all of them, and whether lists reach a majority."""
