using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>
/// How records become a chain: the canonical text of each names its trail, its place and the hash of the record before, and its own hash is the SHA-256 of that text. Whoever changes, removes,
/// moves or inserts a record must write every later one anew, and then its last hash is another than the one that somebody noted.
/// </summary>
public static class AuditChain
{
    // Ids that callers choose stand in records as long as anybody may want to read them; behind that, their hash does.
    private const int IdCharactersMost = 200;

    private const string HashMember = ",\"hash\":\"";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Entries as the lines that follow a head.</summary>
    public static IReadOnlyList<AuditLine> Link(string trail, AuditHead head, IEnumerable<AuditEntry> entries)
    {
        var lines = new List<AuditLine>();
        foreach (var entry in entries)
        {
            var sequence = head.Sequence + 1;
            var text = TextOf(trail, sequence, head.Hash, entry);
            head = new AuditHead(sequence, ContentHash.Of(text));
            lines.Add(new AuditLine(sequence, text, head.Hash));
        }

        return lines;
    }

    /// <summary>A line as it is exported: the text with its hash as last member. Without <c>,"hash":"…"</c> it is the text that was hashed.</summary>
    public static string Export(AuditLine line) => string.Concat(line.Text.AsSpan(0, line.Text.Length - 1), HashMember, line.Hash, "\"}");

    private static string TextOf(string trail, long sequence, string previous, AuditEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", sequence);
            json.WriteString("trail", trail);
            json.WriteString("at", InstantOf(entry.At));
            json.WriteString("act", entry.Act);
            Write(json, "route", entry.Route);
            Write(json, "key", entry.Key);
            Write(json, "role", entry.Role);
            json.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(entry.Outcome.ToString()));
            if (entry.Status is { } status)
                json.WriteNumber("status", status);
            Write(json, "reason", entry.Reason);
            Write(json, "since", entry.Since is { } since ? InstantOf(since) : null);
            WriteIds(json, entry.Ids);
            WriteCounts(json, entry.Counts);
            json.WriteString("previous", previous);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteIds(Utf8JsonWriter json, IReadOnlyDictionary<string, string> ids)
    {
        json.WriteStartObject("ids");
        foreach (var (name, id) in ids.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(name, id.Length > IdCharactersMost ? "sha256:" + ContentHash.Of(id) : id);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, IReadOnlyDictionary<string, long> counts)
    {
        json.WriteStartObject("counts");
        foreach (var (name, count) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteNumber(name, count);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static string InstantOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
