"""People in words: members and offices."""
