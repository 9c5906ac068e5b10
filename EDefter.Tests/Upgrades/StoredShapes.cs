using System.Text.Json;
using System.Text.RegularExpressions;
using EDefter.Storage.Tables;
using EDefter.Tests.Invariants;

namespace EDefter.Tests.Upgrades;

/// <summary>Which kinds of rows and blobs lie on a ground, a line each: the columns of a row, the members of its document, the kind of a blob's name.</summary>
internal static partial class StoredShapes
{
    public static IReadOnlySet<string> Of(Ground ground)
    {
        var shapes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (table, rows) in StoredBooks.TablesOf(ground))
        {
            foreach (var row in rows.All())
            {
                var kind = $"{table} {KindOf(row.Key)}";
                shapes.UnionWith(row.Columns.Where(column => !Continuation().IsMatch(column.Key)).Select(column => $"{kind} {column.Key}: {column.Value.GetType().Name}"));
                shapes.UnionWith(MembersOf(row).Select(member => $"{kind} document: {member}"));
            }
        }

        shapes.UnionWith(ground.Blobs.All().Select(blob => $"{blob.Area} {Changing().Replace(blob.Name, "*")}"));
        return shapes;
    }

    private static string KindOf(string key)
    {
        var parts = key.Split('|');
        return parts[0] switch
        {
            "head" => parts[1] == "year" ? "head|year" : "head|month",
            "note" => $"note|{parts[1]}",
            var kind => kind,
        };
    }

    private static IEnumerable<string> MembersOf(TableRow row)
    {
        if (!row.Columns.ContainsKey("Json"))
            yield break;
        using var json = JsonDocument.Parse(TextColumns.Read(row));
        if (json.RootElement.ValueKind != JsonValueKind.Object)
            yield break;
        foreach (var member in json.RootElement.EnumerateObject())
            yield return member.Name;
    }

    // A payload or a text that one column cannot hold goes on in columns with a number.
    [GeneratedRegex("^(D|Json)[1-9][0-9]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Continuation();

    // Hashes, ids, days and versions.
    [GeneratedRegex("[0-9a-f]{12,}|[0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Changing();
}
