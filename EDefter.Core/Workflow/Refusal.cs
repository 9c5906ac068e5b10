namespace EDefter.Core.Workflow;

/// <summary>"Not now, and why": an act that is impossible in the present state, with the way out.</summary>
/// <param name="Type">Stable word; on the wire <c>urn:edefter:</c> + this.</param>
/// <param name="Status">HTTP status: 404, 409, 412, 413, 422, 429, 503 …</param>
/// <param name="Title">Short Turkish title.</param>
/// <param name="Detail">Turkish sentence that says what to do.</param>
public sealed record Refusal(string Type, int Status, string Title, string Detail)
{
    /// <summary>Values for programs: <c>count</c>, <c>period</c>, <c>revision</c> …</summary>
    public IReadOnlyDictionary<string, object> Values { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Seconds after which the same request may go through; null when waiting changes nothing.</summary>
    public int? RetryAfter { get; init; }
}
