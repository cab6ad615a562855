"""What a reader may check: what is known and what lacks, what changed between versions, what was corrected."""
