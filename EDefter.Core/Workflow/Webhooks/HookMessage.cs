using System.Text;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>The body of a message: the same bytes for every try. Never an amount, a name or a tax number.</summary>
public sealed record HookMessage
{
    public required string Id { get; init; }

    public required long N { get; init; }

    public required string Type { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Company { get; init; }

    public string? Branch { get; init; }

    public Period? Period { get; init; }

    public long? Seq { get; init; }

    public string? Run { get; init; }

    public string? Archive { get; init; }

    public string? Key { get; init; }

    public DateOnly? Due { get; init; }

    public int? DaysLeft { get; init; }

    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    public required IReadOnlyDictionary<string, string> Links { get; init; }

    public static byte[] Write(string company, HookEvent happened) => Encoding.UTF8.GetBytes(WireJson.Write(new HookMessage
    {
        Id = happened.Id,
        N = happened.N,
        Type = happened.Type,
        At = happened.At,
        Company = company,
        Branch = happened.Branch,
        Period = happened.Period,
        Seq = happened.Seq,
        Run = happened.Run,
        Archive = happened.Archive,
        Key = happened.Key,
        Due = happened.Due,
        DaysLeft = happened.DaysLeft,
        Counts = happened.Counts,
        Links = happened.Links,
    }));
}
