using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

/// <summary>Something that happened to a company's books, or is about to happen to one of its keys, at its place in the outbox. Ids, periods, counts and paths only.</summary>
public sealed record HookEvent
{
    /// <summary>Place in the company's outbox, from 1; 0 while it has none.</summary>
    public long N { get; init; }

    /// <summary>Derived from what happened, so that it is the same however often it is found.</summary>
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null when it is about no book.</summary>
    public string? Branch { get; init; }

    /// <summary>Null when it is about no month.</summary>
    public Period? Period { get; init; }

    /// <summary>The first change of the act in the feed (<c>…/changes</c>).</summary>
    public long? Seq { get; init; }

    public string? Run { get; init; }

    public string? Archive { get; init; }

    /// <summary>Id of a key of the company.</summary>
    public string? Key { get; init; }

    /// <summary>The last day to upload the month, or on which the key is good.</summary>
    public DateOnly? Due { get; init; }

    public int? DaysLeft { get; init; }

    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Paths under the server's address.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whom the standing approval wants told, besides those who asked for the event; no part of the message.</summary>
    public IReadOnlyList<string> Tell { get; init; } = [];

    /// <summary>W3C trace parent of the act that it came of; null when nobody recorded it, and for what nobody did. No part of the message.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Under which key it is remembered as told, where no cursor tells it; no part of the message.</summary>
    public string? Seen { get; init; }
}
