"""The guide's exhibits: the small networks that are let loose in them, a folder for each."""
