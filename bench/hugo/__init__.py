"""A project for Hugo that renders records itself: their values as data, and layouts for them.

What the templates of peermap get, the layouts get too: values chosen, sorted and worded, links as
seen from the page, citations and the picture of a programme as HTML. They only write the pages.
"""
