using System.IO.Compression;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// <c>batch|id</c>: the answer of a request, deflated JSON. An answer that is too big for the commit's transaction is staged in
/// <c>answer|staging|n</c> rows before, which the batch row names.
/// </summary>
internal static class BatchRows
{
    private const int InlineBytesMax = 512 * 1024;

    public static async Task<TableAction> PrepareAsync(LogStore store, string partition, string batch, BatchAnswer answer, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        await using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await deflate.WriteAsync(StorageJson.WriteBytes(answer), cancellationToken);
        var payload = packed.ToArray();
        var row = new TableRow(partition, LogKeys.Batch(batch));
        if (payload.Length <= InlineBytesMax)
        {
            ByteColumns.Write(row, payload, n: 0);
            return TableAction.Insert(row);
        }

        var staging = store.NewIdentity().ToString("N");
        row.Columns["Answer"] = staging;
        var actions = new List<TableAction>();
        for (var n = 0; n < ByteColumns.RowsFor(payload.Length); n++)
        {
            var part = new TableRow(partition, LogKeys.Answer(staging, n));
            ByteColumns.Write(part, payload, n);
            actions.Add(TableAction.Insert(part));
        }

        foreach (var batchOfRows in BatchPlanner.Split(actions))
            await store.Table.SubmitAsync(batchOfRows, cancellationToken);
        return TableAction.Insert(row);
    }

    public static async Task<BatchAnswer?> FindAsync(LogStore store, string partition, string batch, CancellationToken cancellationToken)
    {
        var row = await store.Table.FindAsync(partition, LogKeys.Batch(batch), cancellationToken);
        if (row is null)
            return null;
        using var packed = new MemoryStream();
        if (row.TextOrNull("Answer") is { } staging)
        {
            await foreach (var part in store.Table.QueryAsync(TableRange.Prefix(partition, LogKeys.Answers + staging + "|"), cancellationToken))
                ByteColumns.Read(part, packed);
        }
        else
        {
            ByteColumns.Read(row, packed);
        }

        packed.Position = 0;
        using var json = new MemoryStream();
        await using (var inflate = new DeflateStream(packed, CompressionMode.Decompress))
            await inflate.CopyToAsync(json, cancellationToken);
        return StorageJson.Read<BatchAnswer>(json.GetBuffer().AsSpan(0, (int)json.Length));
    }
}
