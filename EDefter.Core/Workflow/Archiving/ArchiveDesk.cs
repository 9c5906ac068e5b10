using EDefter.Core.Formats;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Profiles;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>Where archives are asked for.</summary>
public sealed class ArchiveDesk(MonthFinder months, ProfileRegister profiles, JobDesk jobs)
{
    /// <summary>Asks for an archive with the profile's own parameters.</summary>
    public Task<Outcome<Job>> AskAsync(string company, string branch, string period, string? profile, bool acceptUnverified, Actor actor, string? idempotencyKey, CancellationToken cancellationToken) =>
        AskAsync(company, branch, period, new ArchiveChoice(profile, acceptUnverified, Parameters: null), actor, idempotencyKey, cancellationToken);

    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="period">yyyy-MM.</param>
    /// <param name="choice">The integrator's format and its parameters.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="idempotencyKey">The caller's key for the request.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<Job>> AskAsync(string company, string branch, string period, ArchiveChoice choice, Actor actor, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(actor.By))
            return Refusals.MissingBy();
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var id = choice.Profile ?? month.Value.Book.Company.IntegratorProfile ?? ProfileBook.Default;
        var chosen = await profiles.ChooseAsync(month.Value.Book.Company.Id, id, cancellationToken);
        if (chosen.IsRefused)
            return chosen.Refusal;
        if (UnknownIn(choice.Parameters, chosen.Value.Profile) is { } unknown)
            return Refusals.UnknownParameter(id, unknown, chosen.Value.Profile.Parameters.Keys);
        if (chosen.Value.Profile.IsUnverified && !choice.AcceptUnverified)
            return Refusals.UnverifiedProfile(id);
        if (DraftSettlement.FaultIn(chosen.Value.Profile, choice.Parameters, month.Value.Period) is { } fault)
            return fault;
        if (WhyNot(month.Value) is { } refusal)
            return refusal;
        // Sorted, because a job is named by what is asked.
        var parameters = choice.Parameters is { Count: > 0 } given ? new SortedDictionary<string, string>(given.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) : null;
        return await jobs.AskAsync(ArchiveWork.KindWord, month.Value.Book, JobLane.Prompt, new ArchiveJobRequest(month.Value.Period, id, chosen.Value.Hash, parameters), actor, idempotencyKey, cancellationToken);
    }

    internal static string? UnknownIn(IReadOnlyDictionary<string, string>? parameters, Profile profile) =>
        parameters?.FirstOrDefault(one => !profile.Parameters.ContainsKey(one.Key) || one.Value is null).Key;

    internal static Refusal? WhyNot(BookMonth month) => month.Head.Numbering switch
    {
        null => Refusals.NotNumbered(month.Period),
        { Numbers.Vouchers: 0 } => Refusals.EmptyMonth(month.Period),
        _ => null,
    };
}
