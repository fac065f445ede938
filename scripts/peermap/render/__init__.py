"""The Atlas → text of pages: Markdown for the engine, HTML bodies of records, pictures."""
