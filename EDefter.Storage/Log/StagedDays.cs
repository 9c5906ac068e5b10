namespace EDefter.Storage.Log;

/// <summary>What a commit row names: a staging, and how many chunks of it lie on each day of the month.</summary>
/// <param name="Staging">Identity of the staging.</param>
/// <param name="Days">Day (yyyy-MM-dd or <c>undated</c>) → chunks.</param>
internal sealed record StagedDays(string Staging, SortedDictionary<string, int> Days);
