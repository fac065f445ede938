"""The forms at /contribute/, and what becomes of what they make."""
