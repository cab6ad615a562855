"""The words of every face, in every language: one table of messages, and a module for each answer's words."""
