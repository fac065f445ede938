"""Text of the sources → records that know their place, and problems. Nothing here opens a file."""
