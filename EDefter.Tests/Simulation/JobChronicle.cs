using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage;
using EDefter.Storage.Tables;
using EDefter.Tests.Storage;
using Xunit.Sdk;

namespace EDefter.Tests.Simulation;

/// <summary>Holds every job against its law: as a run has ended, so it stays, whoever still works on it.</summary>
internal sealed class JobChronicle(ITable inner, Action<Exception> broken) : TableDecorator(inner)
{
    private readonly Dictionary<string, Job> ended = new(StringComparer.Ordinal);

    public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        var answer = await Inner.SubmitAsync(actions, cancellationToken).ConfigureAwait(false);
        foreach (var row in actions.Where(action => action.Kind != TableActionKind.Delete && action.Row.Key.StartsWith("job|", StringComparison.Ordinal)).Select(action => action.Row))
            Take(StorageJson.Read<Job>(TextColumns.Read(row)));
        return answer;
    }

    private void Take(Job job)
    {
        if (ended.TryGetValue(job.Id, out var end) && end.Run == job.Run)
            broken(new XunitException($"{job.Kind} of {job.Actor.By} had ended as {end.State} and was written again as {job.State}"));
        if (JobDesk.HasEnded(job))
            ended[job.Id] = job;
    }
}
