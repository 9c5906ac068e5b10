using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

/// <summary>What became of an event at one hook.</summary>
public sealed record HookDelivery
{
    public required string Hook { get; init; }

    public required long N { get; init; }

    public required string EventId { get; init; }

    public required string Type { get; init; }

    /// <summary>Null when the event is about no book.</summary>
    public string? Branch { get; init; }

    /// <summary>Null when the event is about no month.</summary>
    public Period? Period { get; init; }

    public required HookDeliveryState State { get; init; }

    /// <summary>All tries there were.</summary>
    public required int Attempts { get; init; }

    /// <summary>The last tries, oldest first, at most <see cref="TriesMost"/>.</summary>
    public IReadOnlyList<HookTry> Tries { get; init; } = [];

    public const int TriesMost = 20;
}
