using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>A page of what became of events at a hook.</summary>
/// <param name="Items">By place.</param>
/// <param name="After">The place of the last one when there are more; null on the last page.</param>
public sealed record DeliveryPage(IReadOnlyList<HookDelivery> Items, long? After);
