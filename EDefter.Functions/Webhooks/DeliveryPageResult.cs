using System.Globalization;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;

namespace EDefter.Functions.Webhooks;

/// <summary>A page of deliveries as it goes out.</summary>
/// <param name="Items">By place.</param>
/// <param name="Next">Path of the next page; absent on the last one.</param>
public sealed record DeliveryPageResult(IReadOnlyList<HookDelivery> Items, string? Next)
{
    public static DeliveryPageResult Of(DeliveryPage page, HttpRequest request, string? state, int limit)
    {
        if (page.After is not { } after)
            return new DeliveryPageResult(page.Items, Next: null);
        var filter = string.IsNullOrEmpty(state) ? string.Empty : $"state={Uri.EscapeDataString(state)}&";
        return new DeliveryPageResult(page.Items, string.Create(CultureInfo.InvariantCulture, $"{request.Path}?{filter}after={after}&limit={limit}"));
    }
}
