using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Access;

/// <summary>A caller and what he was recognised by.</summary>
public sealed record Recognised(Caller Caller)
{
    /// <summary>The key; null for the configured admin key and for a person who signed in.</summary>
    public ApiKey? Key { get; init; }

    /// <summary>He signed in with a token of the directory.</summary>
    public bool IsByToken { get; init; }

    /// <summary>What the directory calls him; for his own eyes, never logged and never stored.</summary>
    public string? Person { get; init; }
}
