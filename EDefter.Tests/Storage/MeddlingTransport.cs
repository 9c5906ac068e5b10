using Azure.Core;
using Azure.Core.Pipeline;

namespace EDefter.Tests.Storage;

/// <summary>The SDK's transport to the storage, where somebody else does something right after requests of one kind were answered.</summary>
/// <param name="method">Whose requests.</param>
/// <param name="meddle">What is done meanwhile; gets the number of the request, from 1.</param>
internal sealed class MeddlingTransport(RequestMethod method, Func<int, Task> meddle) : HttpPipelineTransport
{
    private readonly HttpClientTransport inner = new();
    private int met;

    /// <summary>How many such requests there were.</summary>
    public int Met => met;

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Everything here waits without blocking.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var isMeant = message.Request.Method == method;
        await inner.ProcessAsync(message);
        if (isMeant)
            await meddle(Interlocked.Increment(ref met));
    }
}
