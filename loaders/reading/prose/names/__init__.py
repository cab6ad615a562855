"""How names are found in a sentence: by capitals, by nouns, in brackets, between quotation marks, from the registry."""
