"""The scripts of the finder and its neighbours, run in Node."""
