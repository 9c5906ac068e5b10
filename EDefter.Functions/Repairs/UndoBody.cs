namespace EDefter.Functions.Repairs;

/// <summary>Body of POST …/undo.</summary>
/// <param name="By">The person's name.</param>
/// <param name="Changes">Numbers of single changes; absent = the whole run.</param>
public sealed record UndoBody(string? By, IReadOnlyList<int>? Changes);
