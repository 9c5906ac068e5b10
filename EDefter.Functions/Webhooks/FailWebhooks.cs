using EDefter.Functions.Auditing;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Webhooks;

/// <summary>A message that could not be worked on in five attempts: nothing is lost with it, because <see cref="SweepWebhooks"/> sends another one as long as there is something to tell.</summary>
public sealed partial class FailWebhooks(ILogger<FailWebhooks> logger)
{
    [Function(nameof(FailWebhooks))]
    [Unaudited("each delivery is kept beside its event")]
    public void Run([QueueTrigger("webhooks-poison")] string message) => LogFailed(logger, message);

    [LoggerMessage(Level = LogLevel.Error, Message = "Webhooks could not be worked on: {Message}.")]
    private static partial void LogFailed(ILogger logger, string message);
}
