using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.LocalWorker.Samples;

public sealed class TimerFunctions(Recorder recorder)
{
    [Function("everySecond")]
    public void EverySecond([TimerTrigger("%Schedule%")] TimerInfo timer, FunctionContext context) => recorder.Add($"{context.FunctionDefinition.Name} {timer.IsPastDue}");
}
