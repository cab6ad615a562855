"""What a reader may check: what changed between two versions of the data, and what was corrected."""
