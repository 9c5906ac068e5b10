using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>Vouchers of this partition are on their way to another one (see <see cref="Moves"/>).</summary>
internal sealed record MoveIntent
{
    public required string Id { get; init; }

    /// <summary>The partition that the vouchers are inserted into.</summary>
    public required string To { get; init; }

    public required CommitKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public required string KeyId { get; init; }

    public string? Batch { get; init; }

    /// <summary>How many <c>moving</c> rows hold the hashes of the ids.</summary>
    public required int Rows { get; init; }
}
