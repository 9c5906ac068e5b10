using System.Globalization;
using System.Text.Json;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>Records the ends of jobs: what was asked, by which key, and what came of it.</summary>
public sealed class JobAudit(AuditTrail trail, TimeProvider clock)
{
    /// <summary>
    /// Records an end before the job's row tells it, so that no end that anybody can see is missing here. When the process dies between the two, the job is done again and its end stands
    /// here twice, with the same job and run.
    /// </summary>
    public Task RecordAsync(Job job, bool isCompanyKnown, AuditOutcome outcome, string? reason, CancellationToken cancellationToken)
    {
        var facts = new AuditFacts().With("job", job.Id).With("jobRun", job.Run.ToString(CultureInfo.InvariantCulture)).With("br", job.Branch);
        Read(facts, job.Request);
        if (job.Result is { } result)
            Read(facts, result);
        var entry = new AuditEntry { At = clock.GetUtcNow(), Act = "job:" + job.Kind, Key = job.Actor.KeyId, Outcome = outcome, Reason = reason, Ids = facts.Ids, Counts = facts.Counts };
        return isCompanyKnown ? trail.AppendKnownAsync(job.Company, entry, cancellationToken) : trail.AppendAsync(job.Company, entry, cancellationToken);
    }

    private static void Read(AuditFacts facts, string json)
    {
        using var document = JsonDocument.Parse(json);
        facts.With(document.RootElement);
    }
}
