namespace EDefter.Core.Formats;

/// <summary>What a profile's files are.</summary>
public enum FileKind
{
    /// <summary>One line of text per journal line.</summary>
    Delimited,

    /// <summary>An .xlsx.</summary>
    Workbook,
}
