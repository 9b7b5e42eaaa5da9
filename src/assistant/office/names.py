"""Namespaces of Office Open XML, in both dialects (ECMA-376 transitional, ISO 29500 strict)."""

W_URI = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_URI = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC_URI = "http://schemas.openxmlformats.org/markup-compatibility/2006"
RELATIONS_URI = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES_URI = "http://schemas.openxmlformats.org/package/2006/content-types"
# The prefix that office/markup.py calls a namespace by, whatever the file calls it.
PREFIXES = {
    W_URI: "w",
    STRICT_URI: "w",
    MC_URI: "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}
