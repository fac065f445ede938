"""What the published files hold, field by field: the one place from which JSON Schemas, the data
package and the page of data are made.
"""
