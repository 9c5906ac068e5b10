using System.Text.Json.Nodes;
using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Repairs;

/// <summary>
/// Makes changes on the canonical JSON of a voucher, knowing nothing of the code under test but the meaning of a change. When the replayed JSON
/// equals the mended voucher, every difference was listed, and nothing that was not accepted was touched.
/// </summary>
internal static class ChangeReplay
{
    private static readonly HashSet<string> Amounts = new(StringComparer.Ordinal) { "debit", "credit", "vatRate", "original.amount", "original.rate" };

    public static string Of(Voucher voucher, IEnumerable<Change> changes)
    {
        var json = JsonNode.Parse(Text(voucher))!.AsObject();
        foreach (var change in changes.OrderBy(static change => change.N))
        {
            var lines = json["lines"]!.AsArray();
            if (change.Kind == ChangeKind.SplitVoucher)
                Part(lines, change);
            else if (change.Kind == ChangeKind.SplitLine)
                Divide(lines, change);
            else if (change.Line is { } line)
                Set(lines[line - 1]!.AsObject(), change);
            else
                Set(json, change);
        }

        return Canonical(json.ToJsonString());
    }

    public static string Canonical(Voucher voucher) => Canonical(Text(voucher));

    // JsonNode cannot hold the lone surrogate that faults are planted with; a private character stands for it on both sides.
    private static string Text(Voucher voucher) => System.Text.Encoding.UTF8.GetString(VoucherJsonWriter.ToBytes(voucher)).Replace("\\ud83d", "\ue000", StringComparison.Ordinal);

    // Members in the order of the format, whatever order the replay left them in.
    private static string Canonical(string json) => System.Text.Encoding.UTF8.GetString(VoucherJsonWriter.ToBytes(VoucherJsonParser.Parse(System.Text.Encoding.UTF8.GetBytes(json))));

    private static void Part(JsonArray lines, Change change)
    {
        foreach (var part in change.Parts!)
        {
            foreach (var line in part.Lines)
                lines[line - 1]!["part"] = part.Part.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private static void Divide(JsonArray lines, Change change)
    {
        if (change.Line is not { } number)
        {
            foreach (var added in JsonNode.Parse(change.After!)!.AsArray())
                lines.Add(added!.DeepClone());
            return;
        }

        var divided = lines[number - 1]!;
        lines.RemoveAt(number - 1);
        if (change.After is null)
            return;
        foreach (var half in JsonNode.Parse(change.After)!.AsArray().Reverse())
        {
            var copy = divided.DeepClone().AsObject();
            foreach (var member in (string[])["debit", "credit", "side"])
            {
                copy.Remove(member);
                if (half![member] is { } value)
                    copy[member] = value.DeepClone();
            }

            lines.Insert(number - 1, copy);
        }
    }

    private static void Set(JsonObject place, Change change)
    {
        var path = change.Field.Split('.');
        if (path.Length == 2)
        {
            var inner = place[path[0]]?.AsObject() ?? [];
            Put(inner, path[1], change);
            place.Remove(path[0]);
            if (inner.Count > 0)
                place[path[0]] = inner;
        }
        else
        {
            Put(place, path[0], change);
        }
    }

    private static void Put(JsonObject place, string member, Change change)
    {
        place.Remove(member);
        // An empty candidate was chosen to clear the member.
        if (change.After is { Length: > 0 } after)
            place[member] = Amounts.Contains(change.Field) ? JsonNode.Parse(after) : JsonValue.Create(after);
    }
}
