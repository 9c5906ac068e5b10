using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>Where audit trails are read, exported and recomputed. Reading one is not recorded: it holds ids and counts, and every look would move its end.</summary>
public sealed class AuditDesk(IAuditLog log, ICompanies companies, AuditTrail trails, RefusedTries tries)
{
    public const int LimitDefault = 100;
    public const int LimitMost = 1_000;

    /// <param name="company">Company id; null for the house's own trail.</param>
    /// <param name="after">Behind this place.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<AuditPage>> PageAsync(string? company, long after, int limit, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(company, after, cancellationToken);
        if (opened.IsRefused)
            return opened.Refusal;
        var lines = new List<AuditLine>();
        await foreach (var line in opened.Value.WithCancellation(cancellationToken))
        {
            if (lines.Count == limit)
                return new AuditPage(lines, lines[^1].Sequence);
            lines.Add(line);
        }

        return new AuditPage(lines, After: null);
    }

    /// <summary>Every line behind a place.</summary>
    public async Task<Outcome<IAsyncEnumerable<AuditLine>>> OpenAsync(string? company, long after, CancellationToken cancellationToken)
    {
        if (await TrailOfAsync(company, cancellationToken) is not { } trail)
            return Refusals.UnknownCompany(company!);
        return Outcomes.Of(log.ReadAsync(trail, after, cancellationToken));
    }

    /// <summary>The trail's last place: whoever notes it elsewhere can tell later that nothing before it was changed.</summary>
    public async Task<Outcome<AuditHead>> HeadAsync(string? company, CancellationToken cancellationToken)
    {
        if (await TrailOfAsync(company, cancellationToken) is not { } trail)
            return Refusals.UnknownCompany(company!);
        return await HeadOfAsync(trail, cancellationToken);
    }

    /// <summary>Recomputes a trail from its beginning.</summary>
    /// <param name="company">Company id; null for the house's own trail.</param>
    /// <param name="noted">A place that was noted elsewhere; null for none.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<AuditVerdict>> VerifyAsync(string? company, AuditHead? noted, CancellationToken cancellationToken)
    {
        if (await TrailOfAsync(company, cancellationToken) is not { } trail)
            return Refusals.UnknownCompany(company!);
        var before = await HeadOfAsync(trail, cancellationToken);
        var verifier = new AuditVerifier(trail, noted is null ? [before] : [before, noted]);
        await foreach (var line in log.ReadAsync(trail, after: 0, cancellationToken))
        {
            if (!verifier.Add(line))
                break;
        }

        return verifier.Finish(await HeadOfAsync(trail, cancellationToken));
    }

    /// <summary>The last places of all trails that have any, the house's first.</summary>
    public async IAsyncEnumerable<(string Trail, AuditHead Head)> HeadsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await log.FindHeadAsync(AuditTrail.House, cancellationToken) is { } house)
            yield return (AuditTrail.House, house.Value);
        await foreach (var company in companies.ListAsync(cancellationToken))
        {
            if (await log.FindHeadAsync(company.Id, cancellationToken) is { } head)
                yield return (company.Id, head.Value);
        }
    }

    private async Task<AuditHead> HeadOfAsync(string trail, CancellationToken cancellationToken) => (await log.FindHeadAsync(trail, cancellationToken))?.Value ?? AuditHead.Empty;

    private async Task RecordTriesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await tries.RecordAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            // A trail that holds a forged record takes no more, and its reader is about to see why. What was counted stays counted.
        }
    }

    // What this process has counted at the door is told first.
    private async Task<string?> TrailOfAsync(string? company, CancellationToken cancellationToken)
    {
        await RecordTriesAsync(cancellationToken);
        if (company is null)
            return AuditTrail.House;
        return await trails.ExistsAsync(company, cancellationToken) ? company : null;
    }
}
