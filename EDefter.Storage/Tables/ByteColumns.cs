using System.Globalization;

namespace EDefter.Storage.Tables;

/// <summary>Bytes of any length over columns <c>D0</c> … <c>D14</c> of as many rows as they need.</summary>
internal static class ByteColumns
{
    public const int ColumnsPerRow = 14;

    /// <summary>What one row carries beside its other columns.</summary>
    public const int RowBytesMax = ColumnsPerRow * RowLimits.ColumnBytesMax;

    private static readonly string[] Names = [.. Enumerable.Range(0, ColumnsPerRow).Select(i => "D" + i.ToString(CultureInfo.InvariantCulture))];

    public static int RowsFor(int length) => Math.Max(1, (length + RowBytesMax - 1) / RowBytesMax);

    /// <summary>Puts the part of the payload that belongs to the n-th row into the row.</summary>
    public static void Write(TableRow row, ReadOnlySpan<byte> payload, int n)
    {
        var part = payload[(n * RowBytesMax)..Math.Min(payload.Length, (n + 1) * RowBytesMax)];
        for (var column = 0; part.Length > 0; column++)
        {
            var length = Math.Min(RowLimits.ColumnBytesMax, part.Length);
            row.Columns[Names[column]] = part[..length].ToArray();
            part = part[length..];
        }
    }

    public static void Read(TableRow row, Stream target)
    {
        foreach (var name in Names)
        {
            if (!row.Columns.TryGetValue(name, out var value))
                return;
            target.Write((byte[])value);
        }
    }

    /// <summary>Bytes of the payload that the row carries.</summary>
    public static int Length(TableRow row) => Names.TakeWhile(row.Columns.ContainsKey).Sum(name => row.Bytes(name).Length);

    /// <returns>How many bytes were read.</returns>
    public static int Read(TableRow row, Span<byte> target)
    {
        var read = 0;
        foreach (var name in Names.TakeWhile(row.Columns.ContainsKey))
        {
            row.Bytes(name).CopyTo(target[read..]);
            read += row.Bytes(name).Length;
        }

        return read;
    }
}
