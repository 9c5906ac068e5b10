namespace EDefter.Core.Workflow.Numbers;

/// <summary>The numbers of a month as they are read, and what became of them.</summary>
/// <param name="Items">One per entry, in order; to be read once.</param>
/// <param name="Verdict">To be asked when all items were read, before anybody gets one: why the numbers are broken, or null.</param>
public sealed record OpenFeed(IAsyncEnumerable<NumberFeedItem> Items, Func<Refusal?> Verdict);
