namespace EDefter.Storage.Tables;

/// <param name="Kind">What to do with the row.</param>
/// <param name="Row">Keys, and for everything but a deletion the columns.</param>
/// <param name="ETag">The condition of a replacement or deletion; <see cref="AnyETag"/> for none.</param>
internal sealed record TableAction(TableActionKind Kind, TableRow Row, string ETag)
{
    public const string AnyETag = "*";

    public static TableAction Insert(TableRow row) => new(TableActionKind.Insert, row, string.Empty);

    public static TableAction Replace(TableRow row, string etag) => new(TableActionKind.Replace, row, etag);

    public static TableAction Upsert(TableRow row) => new(TableActionKind.Upsert, row, string.Empty);

    public static TableAction Delete(string partition, string key, string etag) => new(TableActionKind.Delete, new TableRow(partition, key), etag);

    /// <summary>Inserts when nothing was read, replaces what was read otherwise.</summary>
    public static TableAction Write(TableRow row, string? etag) => etag is null ? Insert(row) : Replace(row, etag);
}
