namespace EDefter.Core.Formats;

/// <summary>What a row of a sheet tells of.</summary>
public enum RowSource
{
    /// <summary>One row per journal line.</summary>
    Lines,

    /// <summary>One row per entry.</summary>
    Entries,

    /// <summary>One row with the values of the file.</summary>
    File,
}
