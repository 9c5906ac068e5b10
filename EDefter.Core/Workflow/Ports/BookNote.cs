namespace EDefter.Core.Workflow.Ports;

/// <summary>A small document kept beside the month heads of a fiscal year, such as a repair run.</summary>
/// <param name="Key">Kind and identity: <c>run|2025-01|{id}</c>. Ordinal order is the order of listing.</param>
/// <param name="Json">The document, at most 60 KiB; anything larger belongs in a blob that this names.</param>
/// <param name="Version">What was read, for a conditional change; null to insert (fails when it exists).</param>
public sealed record BookNote(string Key, string Json, string? Version);
