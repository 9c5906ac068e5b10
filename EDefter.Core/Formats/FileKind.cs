namespace EDefter.Core.Formats;

/// <summary>What a profile's files are.</summary>
public enum FileKind
{
    /// <summary>One line of text per journal line.</summary>
    Delimited,

    /// <summary>An .xlsx.</summary>
    Workbook,

    /// <summary>Lines of text of several kinds: of the file, of each entry, of each journal line.</summary>
    RecordText,

    /// <summary>An XML document.</summary>
    Xml,

    /// <summary>The authority's own documents (yevmiye, kebir, their berats, defter raporu).</summary>
    Gib,

    /// <summary>A text for the person who opens the archive.</summary>
    Note,
}
