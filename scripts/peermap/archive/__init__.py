"""The archive: the finished site made to open from a disk, with data, sources and checksums."""
