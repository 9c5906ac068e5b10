using System.Globalization;
using System.Text;

namespace EDefter.Storage.Tables;

/// <summary>A text of up to 1 MiB in a row: column <c>Json</c>, and <c>Json1</c>, <c>Json2</c> … where one column cannot hold it.</summary>
internal static class TextColumns
{
    private const string Name = "Json";

    private const int PartCharactersMax = 32_000;

    public static void Write(TableRow row, string text)
    {
        var part = 0;
        for (var at = 0; at == 0 || at < text.Length;)
        {
            var length = Math.Min(PartCharactersMax, text.Length - at);
            // Half of a surrogate pair is no text: it would be replaced on the wire.
            if (at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]))
                length--;
            row.Columns[Column(part++)] = text.Substring(at, length);
            at += Math.Max(length, 1);
        }
    }

    public static string Read(TableRow row)
    {
        if (!row.Columns.ContainsKey(Column(1)))
            return row.Text(Name);
        var text = new StringBuilder();
        for (var part = 0; row.TextOrNull(Column(part)) is { } piece; part++)
            text.Append(piece);
        return text.ToString();
    }

    private static string Column(int part) => part == 0 ? Name : Name + part.ToString(CultureInfo.InvariantCulture);
}
