using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.LocalWorker.Samples;

public sealed class StartupTimerFunctions(Recorder recorder)
{
    [Function("atStart")]
    public void AtStart([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) => recorder.Add($"started {timer.ScheduleStatus?.Next:yyyy-MM-dd}");
}
