"""Synthetic corpora and measurements that are run on demand, never by the tests."""
