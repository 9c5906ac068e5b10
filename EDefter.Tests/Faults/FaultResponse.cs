using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace EDefter.Tests.Faults;

/// <summary>An answer without a body that the service never gave.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="reason">Its phrase.</param>
/// <param name="requestId">Of the request.</param>
/// <param name="retryAfter">The header that asks for a pause, as a throttled service does; null for none.</param>
internal sealed class FaultResponse(int status, string reason, string requestId, KeyValuePair<string, string>? retryAfter = null) : Response
{
    private readonly Dictionary<string, string> headers = retryAfter is { } header ? new(StringComparer.OrdinalIgnoreCase) { [header.Key] = header.Value } : [];

    public override int Status => status;

    public override string ReasonPhrase => reason;

    public override Stream? ContentStream { get; set; } = new MemoryStream();

    public override string ClientRequestId { get; set; } = requestId;

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
