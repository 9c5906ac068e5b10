using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Jobs;

/// <summary>What a job of one kind does. Work is idempotent: it may be delivered again after the death of the process, at any point.</summary>
public interface IJobWork
{
    /// <summary>Word of the wire: <c>check</c>, <c>repair</c>, <c>number</c> …</summary>
    string Kind { get; }

    /// <summary>Its ends stand in the audit trail. False for work that changes no book and hands nothing out.</summary>
    bool IsAudited => true;

    /// <summary>Its company may not exist before it has ended, and does not when it was refused.</summary>
    bool MakesCompany => false;

    /// <returns>What the job ended with, or the refusal that ended it.</returns>
    Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken);

    /// <summary>
    /// The job ended before its work did, given up by the queue or cancelled, and its row says which: what else tells of it must say so too, and what was
    /// begun and belongs to no finished act is taken back. May be called again for the same end.
    /// </summary>
    Task BrokenOffAsync(Job job, CancellationToken cancellationToken) => Task.CompletedTask;
}
