"""Questions about people: who sits on which list, who held which office."""
