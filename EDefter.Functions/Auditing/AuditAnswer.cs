using System.Text.Json;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Auditing;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;

namespace EDefter.Functions.Auditing;

/// <summary>What an answer tells the audit trail: its status, why it was refused, the ids and counts in it.</summary>
internal static class AuditAnswer
{
    private const string Jobs = "/api/jobs/";

    public static AuditEntry Of(AuditEntry entry, IActionResult answer)
    {
        var status = (answer as IStatusCodeActionResult)?.StatusCode ?? StatusCodes.Status200OK;
        var facts = FactsOf(entry, answer);
        return entry with
        {
            Status = status,
            Outcome = OutcomeOf(status),
            Reason = (answer as ProblemResult)?.Refusal.Type,
            Ids = facts.Ids,
            Counts = facts.Counts,
        };
    }

    private static AuditFacts FactsOf(AuditEntry entry, IActionResult answer)
    {
        var facts = new AuditFacts();
        foreach (var (name, id) in entry.Ids)
            facts.With(name, id);
        if (answer is not WireResult wire)
            return facts;
        // What a job ended with is told by its own record.
        if (wire.Location is { } location && location.StartsWith(Jobs, StringComparison.Ordinal))
            return facts.With("job", location[Jobs.Length..]);
        return wire.Value is RawJson ? facts : facts.With(JsonSerializer.SerializeToElement(wire.Value, wire.Value.GetType(), WireJson.Options));
    }

    private static AuditOutcome OutcomeOf(int status) => status switch
    {
        StatusCodes.Status202Accepted => AuditOutcome.Accepted,
        < 400 => AuditOutcome.Done,
        < 500 => AuditOutcome.Refused,
        _ => AuditOutcome.Failed,
    };
}
