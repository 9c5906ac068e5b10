using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EDefter.Functions.OpenApi;

namespace EDefter.Tests.OpenApi;

/// <summary>Answers as examples: what every run says differently is the same each time, and lists are cut to what shows their shape.</summary>
internal sealed partial class RecordedAnswers
{
    private const int ItemsMost = 2;

    // Dictionaries (titles of all fields, codes of all rules) are longer than any type of the wire.
    private const int MembersMost = 40;
    private const int SecretShortest = 24;
    private const int TextMost = 400;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly SortedDictionary<string, SortedDictionary<string, JsonNode>> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> identities = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Keeps an answer unless the operation has given one of this kind before.</summary>
    public void Keep(string operation, string kind, JsonNode answer)
    {
        lock (gate)
        {
            if (!kept.TryGetValue(operation, out var kinds))
                kept[operation] = kinds = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
            if (!kinds.ContainsKey(kind))
                kinds[kind] = Stable(answer, member: null)!;
        }
    }

    public bool Has(string operation, string kind) => kept.TryGetValue(operation, out var kinds) && kinds.ContainsKey(kind);

    /// <summary>The examples with these answers in the place of theirs, as text, an operation after the other as the document has them.</summary>
    public string With(JsonObject examples)
    {
        var written = new JsonObject();
        foreach (var operation in ApiOperation.All())
        {
            var example = new JsonObject();
            if (examples[operation.Name]?["request"] is { } request)
                example["request"] = request.DeepClone();
            if (kept.TryGetValue(operation.Name, out var kinds))
                example["answers"] = new JsonObject(kinds.Select(static kind => KeyValuePair.Create(kind.Key, (JsonNode?)kind.Value.DeepClone())));
            if (example.Count > 0)
                written[operation.Name] = example;
        }

        return written.ToJsonString(Readable) + "\n";
    }

    private JsonNode? Stable(JsonNode? node, string? member) => node switch
    {
        JsonArray items => new JsonArray([.. items.Take(ItemsMost).Select(item => Stable(item, member: null))]),
        JsonObject members => new JsonObject(members.Take(members.Count > MembersMost ? ItemsMost : MembersMost).Select(one => KeyValuePair.Create(one.Key, Stable(one.Value, one.Key)))),
        JsonValue value when value.TryGetValue<string>(out var text) => Stable(text, member),
        _ => node?.DeepClone(),
    };

    private string Stable(string text, string? member)
    {
        if (member is "key" or "secret" && text.Length >= SecretShortest)
            return Identity(member);
        if (Instant().IsMatch(text))
            return "2025-03-05T06:00:00+00:00";
        if (Uri.TryCreate(text, UriKind.Absolute, out var link) && link is { Scheme: "http", Host: "127.0.0.1" })
            return $"https://storage.example{Identities().Replace(link.AbsolutePath, found => Identity(found.Value))}{(link.Query.Length > 0 ? "?sig=…" : string.Empty)}";
        var stable = Identities().Replace(text, found => Identity(found.Value));
        return stable.Length <= TextMost ? stable : stable[..TextMost] + "…";
    }

    // As long as it was, and the same wherever it stands.
    private string Identity(string found)
    {
        if (!identities.TryGetValue(found, out var identity))
        {
            var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(identities.Count.ToString(CultureInfo.InvariantCulture))));
            identities[found] = identity = found is "key" or "secret" ? digits : found.Contains('-', StringComparison.Ordinal) ? Guid.ParseExact(digits[..32], "N").ToString() : digits[..Math.Min(found.Length, digits.Length)];
        }

        return identity;
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Instant();

    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Identities();
}
