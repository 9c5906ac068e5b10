namespace EDefter.Core.Workflow.Ports;

/// <summary>A try whose end nobody has written yet: its process may have died.</summary>
/// <param name="N">The event.</param>
/// <param name="At">When it began.</param>
/// <param name="IsAsked">A person asked for a dead event again; it is out of the order.</param>
public sealed record HookBegun(long N, DateTimeOffset At, bool IsAsked);
