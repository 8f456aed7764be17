// Writes every file that is derived from another one. Run before start, test and check.
