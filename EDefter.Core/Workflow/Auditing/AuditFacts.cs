using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>
/// Ids and counts out of what an act was asked for or ended with. Only members that stand in the lists below are looked at, so that a new member, a name or an amount, gets into no record by
/// itself.
/// </summary>
public sealed partial class AuditFacts
{
    private static readonly FrozenSet<string> IdMembers = Names("id run upload archive period book format profile role outcome kind rule job");

    // Whole numbers that count things, or name a place: never an amount.
    private static readonly FrozenSet<string> CountMembers = Names("""
        received stored unchanged undated rejectedCount batches supersededRepairCount applied revision changes unrepairable vouchers lines first last firstLine lastLine
        bytes entries accounts findingCount secretVersion acknowledged
        """);

    private static readonly FrozenSet<string> CountedLists = Names("rejected supersededRepairs findings files leftOut periods steps events items");

    private readonly SortedDictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Ids => ids;

    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>An id that is known already; the first one of a name stays.</summary>
    public AuditFacts With(string name, string id)
    {
        ids.TryAdd(name, id);
        return this;
    }

    /// <summary>What the top members of an object tell; anything else tells nothing.</summary>
    public AuditFacts With(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return this;
        foreach (var member in json.EnumerateObject())
            Take(member.Name, member.Value);
        return this;
    }

    private void Take(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String when IdMembers.Contains(name) && value.GetString() is { } id && Id().IsMatch(id):
                ids.TryAdd(name, id);
                break;
            case JsonValueKind.Number when CountMembers.Contains(name) && value.TryGetInt64(out var count):
                counts.TryAdd(name, count);
                break;
            case JsonValueKind.Array when CountedLists.Contains(name):
                counts.TryAdd(name, value.GetArrayLength());
                break;
            default:
                break;
        }
    }

    private static FrozenSet<string> Names(string names) => names.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
