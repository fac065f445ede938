"""Tags given to references that have none: suggestions with their reasons, and the one edit."""
