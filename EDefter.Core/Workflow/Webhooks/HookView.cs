using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>A hook as its people see it.</summary>
public sealed record HookView
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required IReadOnlyList<string> Events { get; init; }

    public required bool Active { get; init; }

    /// <summary>Only in the answer that made it: at creation and at rotation.</summary>
    public string? Secret { get; init; }

    public required int SecretVersion { get; init; }

    /// <summary>Until then the secret before signs too.</summary>
    public DateTimeOffset? PreviousSecretUntil { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Every event up to here is delivered, dead, or not wanted.</summary>
    public required long After { get; init; }

    /// <summary>The company's last event.</summary>
    public required long Last { get; init; }

    /// <summary>Tries of the next event that failed.</summary>
    public required int Failed { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public static HookView Of(Hook hook, HookState state, long last, DateTimeOffset now, string? secret = null) => new()
    {
        Id = hook.Id,
        Url = hook.Url,
        Events = hook.Events,
        Active = hook.Active,
        Secret = secret,
        SecretVersion = hook.SecretVersion,
        PreviousSecretUntil = hook.PreviousUntil > now ? hook.PreviousUntil : null,
        CreatedAt = hook.CreatedAt,
        After = state.After,
        Last = last,
        Failed = state.Failed,
        NextAt = state.NextAt,
    };
}
