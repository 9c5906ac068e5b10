using System.Buffers;
using System.Globalization;

namespace EDefter.Storage.Tables;

/// <summary>
/// What the table service takes of one row ("Understanding the Table service data model"): its keys, the names, number, types and lengths of its columns, and the row as a whole.
/// </summary>
internal static class RowLimits
{
    public const int RowBytesMax = 1024 * 1024;

    /// <summary>Bytes of one binary column; a text column holds half as many characters.</summary>
    public const int ColumnBytesMax = 64 * 1024;

    /// <summary>Beside the two keys and the timestamp.</summary>
    public const int ColumnsMax = 252;

    public const int NameCharactersMax = 255;

    public const int KeyCharactersMax = 512;

    // Every other character travels as \uXXXX.
    private const int EscapeBytes = 6;

    private static readonly DateTimeOffset FirstInstant = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(" !#$%()*,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Some row may have this key; no row has a longer one.</summary>
    public static bool MayBeKey(string key) => key.Length <= KeyCharactersMax;

    /// <exception cref="TableLimitException">The service would refuse the row.</exception>
    public static void Verify(TableRow row)
    {
        VerifyKey(row.Partition);
        VerifyKey(row.Key);
        if (row.Columns.Count > ColumnsMax)
            throw Limit($"row {row.Key} has {row.Columns.Count} columns; {ColumnsMax} are allowed");
        foreach (var (name, value) in row.Columns)
        {
            VerifyName(name);
            if (value is byte[] or string && ValueBytes(name, value) > ColumnBytesMax + (value is string ? 4 : 0))
                throw Limit($"column {name} of row {row.Key} has {ValueBytes(name, value)} bytes; {ColumnBytesMax} are allowed");
            if (value is DateTimeOffset instant && instant < FirstInstant)
                throw Limit($"column {name} of row {row.Key} holds an instant before {FirstInstant:yyyy}");
        }

        if (BytesOf(row) > RowBytesMax)
            throw Limit($"row {row.Key} has {BytesOf(row)} bytes; {RowBytesMax} are allowed");
    }

    /// <summary>The service's own formula: 4 bytes, keys and names with 2 bytes a character, 8 bytes a column, and the values.</summary>
    public static long BytesOf(TableRow row)
    {
        var bytes = 4L + (2L * (row.Partition.Length + row.Key.Length));
        foreach (var (name, value) in row.Columns)
            bytes += 8 + (2L * name.Length) + ValueBytes(name, value);
        return bytes;
    }

    /// <summary>How many bytes would take as much of a request as the row does: 3 bytes of a request are 4 characters of Base64, and a text's letters beyond ASCII have 6 each.</summary>
    public static long SentBytesOf(TableRow row)
    {
        var bytes = BytesOf(row);
        foreach (var value in row.Columns.Values)
        {
            if (value is string text)
                bytes += Math.Max(0, (WireCharacters(text) * 3 / 4) - (2L * text.Length));
        }

        return bytes;
    }

    private static long WireCharacters(string text)
    {
        var characters = 0L;
        for (var rest = text.AsSpan(); !rest.IsEmpty; rest = rest[1..])
        {
            var plain = rest.IndexOfAnyExcept(PlainCharacters);
            if (plain < 0)
                return characters + rest.Length;
            characters += plain + EscapeBytes;
            rest = rest[plain..];
        }

        return characters;
    }

    private static void VerifyKey(string key)
    {
        if (!MayBeKey(key))
            throw Limit($"a key has {key.Length} characters; {KeyCharactersMax} are allowed");
        foreach (var c in key)
        {
            if (c is '/' or '\\' or '#' or '?' || char.IsControl(c))
                throw Limit(string.Create(CultureInfo.InvariantCulture, $"key {key} holds U+{(int)c:X4}"));
        }
    }

    // Names are identifiers; three of them are the service's own columns.
    private static void VerifyName(string name)
    {
        if (name.Length is 0 or > NameCharactersMax)
            throw Limit($"a column's name has {name.Length} characters; 1 to {NameCharactersMax} are allowed");
        if (name is "PartitionKey" or "RowKey" or "Timestamp")
            throw Limit($"column {name} is the service's own");
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != '_' && !char.IsLetter(name[i]) && (i == 0 || !char.IsDigit(name[i])))
                throw Limit($"the column's name {name} is no identifier");
        }
    }

    private static long ValueBytes(string name, object value) => value switch
    {
        byte[] bytes => bytes.Length,
        string text => 4 + (2L * text.Length),
        long or DateTimeOffset => 8,
        int => 4,
        bool => 1,
        _ => throw Limit($"column {name} holds {value.GetType().Name}, which no row of this house holds"),
    };

    private static TableLimitException Limit(FormattableString what) => new(FormattableString.Invariant(what) + ".");

    private static TableLimitException Limit(string what) => new(what + ".");
}
