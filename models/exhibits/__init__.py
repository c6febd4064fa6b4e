"""The small networks of the guide's exhibits."""
