"""The rules that data must keep: of claims, of facts, and how a build settles what breaks one."""
