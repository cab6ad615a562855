"""From whom to which lists: ties at an election, ways between names, and what is known of who has no list."""
