"""The nouns: frozen values that know the file and line they came from, and nothing else."""
