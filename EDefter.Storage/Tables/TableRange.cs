namespace EDefter.Storage.Tables;

/// <summary>Row keys of one partition, from one (inclusive) to another (exclusive), ordinally.</summary>
internal sealed record TableRange(string Partition, string From, string Before)
{
    /// <summary>The only columns to fetch; null for all.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Rows that one answer may bring; null leaves it to the service, which counts rows and not bytes.</summary>
    public int? RowsAtOnce { get; init; }

    /// <summary>Every key that starts with the prefix.</summary>
    public static TableRange Prefix(string partition, string prefix) =>
        new(partition, prefix, prefix[..^1] + (char)(prefix[^1] + 1));
}
