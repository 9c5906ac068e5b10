using EDefter.Core.Formats;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>Where archives are asked for.</summary>
public sealed class ArchiveDesk(MonthFinder months, JobDesk jobs)
{
    private const string DefaultProfile = "edefter";

    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="period">yyyy-MM.</param>
    /// <param name="profile">The integrator's format; absent: the company's own, else <c>edefter</c>.</param>
    /// <param name="acceptUnverified">The caller knows that a format of confidence "single" rests on one source.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="idempotencyKey">The caller's key for the request.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<Job>> AskAsync(string company, string branch, string period, string? profile, bool acceptUnverified, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(actor.By))
            return Refusals.MissingBy();
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var id = profile ?? month.Value.Book.Company.IntegratorProfile ?? DefaultProfile;
        if (ProfileBook.Standard.Find(id) is not { } found)
            return Refusals.UnknownProfile(id, ProfileBook.Standard.Profiles.Select(known => known.Id));
        if (found.Confidence == Confidence.Single && !acceptUnverified)
            return Refusals.UnverifiedProfile(id);
        if (WhyNot(month.Value) is { } refusal)
            return refusal;
        return await jobs.AskAsync(ArchiveWork.KindWord, month.Value.Book, new ArchiveJobRequest(month.Value.Period, id), actor, idempotencyKey, cancellationToken);
    }

    internal static Refusal? WhyNot(BookMonth month) => month.Head.Numbering switch
    {
        null => Refusals.NotNumbered(month.Period),
        { Numbers.Vouchers: 0 } => Refusals.EmptyMonth(month.Period),
        _ => null,
    };
}
