"""Other people's documents: what they hold of a report, in one neutral form.

Reading never writes, never touches the network and never runs anything from the file.
"""

from courtcomms.importing.assemble import document_of_grid
from courtcomms.importing.document import (
    NO_CHOICES,
    ImportedDocument,
    ImportedRow,
    LeftKind,
    LeftOut,
    ReadingChoices,
    ShownLink,
    SourceColumn,
    SourceFile,
)
from courtcomms.importing.mapping.column_memory import load_choices, remember
from courtcomms.importing.read import read_document, read_documents

__all__ = [
    "NO_CHOICES",
    "ImportedDocument",
    "ImportedRow",
    "LeftKind",
    "LeftOut",
    "ReadingChoices",
    "ShownLink",
    "SourceColumn",
    "SourceFile",
    "document_of_grid",
    "load_choices",
    "read_document",
    "read_documents",
    "remember",
]
