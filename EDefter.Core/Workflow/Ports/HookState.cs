namespace EDefter.Core.Workflow.Ports;

/// <summary>How far a hook's sending has come, and who is at it. Only the holder of the lease writes it.</summary>
public sealed record HookState
{
    public required string Hook { get; init; }

    /// <summary>Every event up to here is delivered, dead, or not wanted.</summary>
    public required long After { get; init; }

    /// <summary>Tries of the event that is next which failed.</summary>
    public int Failed { get; init; }

    /// <summary>Not before; null: at once.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Who sends; null when nobody does.</summary>
    public string? Owner { get; init; }

    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>The event whose sending began and whose end is not written yet.</summary>
    public HookBegun? Begun { get; init; }
}
