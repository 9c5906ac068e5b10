namespace EDefter.Core.Workflow.Profiles;

/// <summary>A column of a way of reading, as the API lists it.</summary>
/// <param name="Member">What it is read into.</param>
/// <param name="Headers">What its header may say.</param>
/// <param name="Required">A table without it is not read.</param>
public sealed record ReadingColumnView(string Member, IReadOnlyList<string> Headers, bool Required);
