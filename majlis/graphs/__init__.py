"""Which graph answers: opened from the cache, built when there is none or the data changed, or a file of the user's."""
