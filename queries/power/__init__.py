"""What seats amount to: power in a council or house, majorities, and who stands between others."""
