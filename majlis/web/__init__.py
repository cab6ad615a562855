"""The local web page: questions in words, an address for every answer, the same answers as JSON."""
