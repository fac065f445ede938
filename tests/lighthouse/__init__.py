"""The built site, scored and weighed by Lighthouse."""
