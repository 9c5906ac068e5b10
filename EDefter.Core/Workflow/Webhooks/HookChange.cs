namespace EDefter.Core.Workflow.Webhooks;

/// <summary>What a caller wants a hook to be.</summary>
/// <param name="Url">Where to send to.</param>
/// <param name="Events">Words of <see cref="HookEvents"/>.</param>
/// <param name="Active">Absent means yes.</param>
public sealed record HookChange(string? Url, IReadOnlyList<string>? Events, bool? Active);
