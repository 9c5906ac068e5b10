using System.Text.Json;
using EDefter.Core.Workflow.Changes;

namespace EDefter.Functions.Changes;

/// <summary>Body of POST …/changes/ack.</summary>
/// <param name="UpTo">A change's <c>seq</c>, or a page's <c>next</c>.</param>
/// <param name="Items">Single changes.</param>
public sealed record ChangesAckBody(JsonElement? UpTo, IReadOnlyList<FeedReceiptBody>? Items)
{
    /// <summary>As text, whether a number or a cursor was sent.</summary>
    public string? UpToText => UpTo switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } or null => null,
        { } other => other.GetRawText(),
    };
}
