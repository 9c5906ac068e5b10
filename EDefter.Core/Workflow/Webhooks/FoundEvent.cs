using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>An event that was found and has no place in the outbox yet.</summary>
/// <param name="Event">The event.</param>
/// <param name="Order">By this instant it is put among those of other sources; never before its forerunner in its own.</param>
/// <param name="Commit">The commit of the trail that it was found in, with the place it is counted under; null for one that is remembered by its key.</param>
internal sealed record FoundEvent(HookEvent Event, DateTimeOffset Order, (string Key, long Sequence)? Commit);
