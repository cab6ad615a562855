"""How each part of a page is read: headings, paragraphs and their passages, runs of items; what a lead says of them."""
