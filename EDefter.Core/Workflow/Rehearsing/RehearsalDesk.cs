using EDefter.Core.Formats.Gib;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>Where rehearsals are asked for.</summary>
public sealed class RehearsalDesk(MonthFinder months, JobDesk jobs)
{
    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="period">yyyy-MM.</param>
    /// <param name="keep">Keeps the documents as a draft: an act, which needs a name and the month's numbers.</param>
    /// <param name="parameters">Of the draft.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="idempotencyKey">The caller's key for the request.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<Job>> AskAsync(string company, string branch, string period, bool keep, IReadOnlyDictionary<string, string>? parameters, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (keep && string.IsNullOrWhiteSpace(actor.By))
            return Refusals.MissingBy();
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var profile = GibDraftProfile.Profile;
        if (ArchiveDesk.UnknownIn(parameters, profile) is { } unknown)
            return Refusals.UnknownParameter(profile.Id, unknown, profile.Parameters.Keys);
        if (DraftSettlement.FaultIn(profile, parameters, month.Value.Period) is { } fault)
            return fault;
        if (keep && ArchiveDesk.WhyNot(month.Value) is { } refusal)
            return refusal;
        var sorted = parameters is { Count: > 0 } ? new SortedDictionary<string, string>(parameters.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) : null;
        return await jobs.AskAsync(RehearsalWork.KindWord, month.Value, new RehearsalRequest(month.Value.Period, keep, sorted), actor, idempotencyKey, cancellationToken);
    }
}
