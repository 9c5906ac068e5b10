using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.LocalWorker.Samples;

public sealed class QueueFunctions(Recorder recorder)
{
    [Function("work")]
    public async Task WorkAsync([QueueTrigger("%Name%-work")] string message, FunctionContext context, CancellationToken cancellationToken)
    {
        recorder.Add($"{message} {context.BindingContext.BindingData["DequeueCount"]}");
        switch (message)
        {
            case "fail":
                throw new InvalidOperationException("on purpose");
            case "hold":
                await recorder.Gate;
                recorder.Add("held");
                break;
            case "wait":
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                break;
        }
    }

    [Function("bytes")]
    public void Bytes([QueueTrigger("%Name%-bytes")] byte[] message) => recorder.Add(message.Length.ToString(CultureInfo.InvariantCulture));
}
