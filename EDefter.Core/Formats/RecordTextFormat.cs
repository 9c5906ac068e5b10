namespace EDefter.Core.Formats;

/// <summary>The form of a record profile: lines of the file, then for each entry its own lines and those of its journal lines.</summary>
public sealed record RecordTextFormat : TextForm
{
    /// <summary>Of each <see cref="RowSource"/> in the order they are written; at least one of the journal lines.</summary>
    public required IReadOnlyList<ProfileRecord> Records { get; init; }
}
