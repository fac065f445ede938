"""The Atlas as linked data: SKOS and Dublin Core for files, schema.org for the heads of pages."""
