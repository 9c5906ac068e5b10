using Azure.Core;
using Azure.Core.Pipeline;

namespace EDefter.Tests.Faults;

/// <summary>
/// The SDK's transport to the storage, with a bad network in between. The seed draws the faults in order of the requests; requests that run at
/// the same time may take their faults in another order, so a seed names a weather rather than a world.
/// </summary>
/// <param name="seed">Draws the faults.</param>
/// <param name="rate">How many of the requests meet one.</param>
internal sealed class FaultyTransport(int seed, double rate) : HttpPipelineTransport
{
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(60);

    // A busy service asks for whole seconds, so it is met less often.
    private static readonly FaultKind[] OfReads =
        [FaultKind.LostBefore, FaultKind.LostBefore, FaultKind.TooManyRequests, FaultKind.TooManyRequests, FaultKind.Busy, FaultKind.Truncated, FaultKind.Truncated, FaultKind.Slow];

    private static readonly FaultKind[] OfWrites =
    [
        FaultKind.LostBefore, FaultKind.LostBefore, FaultKind.LostAfter, FaultKind.LostAfter, FaultKind.LostAfter, FaultKind.TooManyRequests, FaultKind.TooManyRequests,
        FaultKind.Busy, FaultKind.PreconditionFailed, FaultKind.PreconditionFailed, FaultKind.Conflict, FaultKind.Conflict, FaultKind.Slow,
    ];

    private readonly HttpClientTransport inner = new();
    private readonly Random random = new(seed);
    private readonly Lock gate = new();
    private readonly Dictionary<FaultKind, int> met = [];

    /// <summary>The faults have stopped.</summary>
    public bool IsCalm { get; set; }

    /// <summary>How often each fault was met.</summary>
    public IReadOnlyDictionary<FaultKind, int> Met => met;

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        var fault = Draw(message.Request);
        if (AnswerOf(fault, message.Request) is { } answer)
        {
            message.Response = answer;
            return;
        }

        if (fault == FaultKind.Slow)
            Thread.Sleep(Slowness);
        inner.Process(message);
        Spoil(message, fault);
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var fault = Draw(message.Request);
        if (AnswerOf(fault, message.Request) is { } answer)
        {
            message.Response = answer;
            return;
        }

        if (fault == FaultKind.Slow)
            await Task.Delay(Slowness, message.CancellationToken);
        await inner.ProcessAsync(message);
        Spoil(message, fault);
    }

    private FaultKind Draw(Request request)
    {
        lock (gate)
        {
            if (IsCalm || random.NextDouble() >= rate)
                return FaultKind.None;
            var kinds = request.Method == RequestMethod.Get || request.Method == RequestMethod.Head ? OfReads : OfWrites;
            var fault = kinds[random.Next(kinds.Length)];
            met[fault] = met.GetValueOrDefault(fault) + 1;
            return fault;
        }
    }

    // What the service, or the line to it, says instead of carrying the request out.
    private static FaultResponse? AnswerOf(FaultKind fault, Request request) => fault switch
    {
        FaultKind.LostBefore => throw new IOException("The line broke before the request was sent."),
        FaultKind.TooManyRequests => new FaultResponse(429, "Too Many Requests", request.ClientRequestId, new("retry-after-ms", "20")),
        FaultKind.Busy => new FaultResponse(503, "Server Busy", request.ClientRequestId, new("Retry-After", "1")),
        FaultKind.PreconditionFailed => new FaultResponse(412, "Precondition Failed", request.ClientRequestId),
        FaultKind.Conflict => new FaultResponse(409, "Conflict", request.ClientRequestId),
        _ => null,
    };

    private static void Spoil(HttpMessage message, FaultKind fault)
    {
        if (fault == FaultKind.LostAfter)
        {
            message.Response.Dispose();
            throw new IOException("The line broke before the answer came.");
        }

        if (fault == FaultKind.Truncated && message.Response.ContentStream is { } content)
            message.Response.ContentStream = new TruncatedStream(content);
    }
}
