namespace EDefter.Core.Workflow.Changes;

/// <summary>A page of the feed.</summary>
/// <param name="Items">In order of fiscal year, commit and place.</param>
/// <param name="Next">Where to go on, also when there is nothing more today; the same cursor always gives the same changes first.</param>
/// <param name="More">There is more already.</param>
public sealed record FeedPage(IReadOnlyList<FeedItem> Items, string Next, bool More);
