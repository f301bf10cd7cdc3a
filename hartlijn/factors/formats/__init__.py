"""Maps of factors as files of other programs: read with a remark on every cell, and written.

Pure: bytes in, a map out, and back; no table, no clock. The same map is the same bytes.
"""

from hartlijn.factors.formats.files import Format, Read, read, read_matrix, write

__all__ = ["Format", "Read", "read", "read_matrix", "write"]
