"""Small against large, by hand: networks of several kinds and sizes, trained on few to many 6x6 Sudokus."""
