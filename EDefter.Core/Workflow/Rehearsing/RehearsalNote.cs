namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>Names the report of a month's last rehearsal.</summary>
/// <param name="Report">Its blob.</param>
public sealed record RehearsalNote(string Report);
