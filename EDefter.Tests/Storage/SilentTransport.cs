using Azure.Core;
using Azure.Core.Pipeline;

namespace EDefter.Tests.Storage;

/// <summary>A transport that nobody may use.</summary>
internal sealed class SilentTransport : HttpPipelineTransport
{
    private readonly HttpClientTransport inner = new();

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new InvalidOperationException("Storage was asked.");

    public override ValueTask ProcessAsync(HttpMessage message) => throw new InvalidOperationException("Storage was asked.");
}
