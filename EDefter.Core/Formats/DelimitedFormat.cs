namespace EDefter.Core.Formats;

/// <summary>The form of a delimited profile: one line of text per journal line.</summary>
public sealed record DelimitedFormat : TextForm
{
    /// <summary>Lines with the file's own values, before the headers.</summary>
    public IReadOnlyList<ProfileRecord> FirstLines { get; init; } = [];

    /// <summary>A line with the headers stands before the journal's lines.</summary>
    public bool Header { get; init; }

    public required IReadOnlyList<ProfileColumn> Columns { get; init; }
}
