using System.Globalization;
using EDefter.Core.Formats;
using EDefter.Core.Sealing;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Profiles;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>
/// The archiving job's first step: the same month in the same profile finds the archive that exists; else an order is made out, which
/// another queue carries on (<see cref="ArchiveMaker"/>).
/// </summary>
public sealed class ArchiveWork(BookFinder books, MonthFinder months, ArchiveShelf shelf, NumberGuard guard, DraftSettlement drafts, Snapshots snapshots, ProfileRegister profiles) : IJobWork
{
    public const string KindWord = "archive";

    public string Kind => KindWord;

    public async Task<Outcome<JobEnd>> RunAsync(Job job, JobProgress progress, CancellationToken cancellationToken)
    {
        var asked = WireJson.Read<ArchiveJobRequest>(job.Request);
        var book = await books.FindAsync(job.Company, job.Branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var month = await months.FindAsync(book.Value, asked.Period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        if (ArchiveDesk.WhyNot(month.Value) is { } refusal)
            return refusal;
        if (await guard.LookAsync(month.Value, asked.Period, cancellationToken) is { } broken)
            return broken;
        var profile = await profiles.ReadAsync(job.Company, asked.Profile, asked.ProfileHash, cancellationToken);
        var parameters = await drafts.SettleAsync(month.Value, profile, asked.Parameters, cancellationToken);
        if (parameters.IsRefused)
            return parameters.Refusal;
        var company = profile.Kind == FileKind.Gib ? await snapshots.KeepCompanyAsync(month.Value.Book.Company, cancellationToken) : null;
        var request = await RequestOfAsync(month.Value, parameters.Value, company, snapshots, cancellationToken);
        var id = ArchiveIdentity.Of(request, profile);
        if (await shelf.FindAsync(month.Value, id, cancellationToken) is { } existing)
            return JobEnd.With(await shelf.OpenAsync(existing, month.Value.Head, cancellationToken));
        await progress.ReportAsync("Arşiv hazırlanıyor", 0, month.Value.Head.Numbering!.Numbers.Vouchers, cancellationToken);
        // Each attempt of each job writes blobs of its own, for two people may ask for the same archive at once; the row that comes last names the pair that counts.
        var folder = string.Create(CultureInfo.InvariantCulture, $"{month.Value.Book.Id}/{asked.Period}/{id}/{job.Id}-{progress.Job.Run}-{progress.Job.Attempts}");
        return JobEnd.GoesOn(new ArchiveOrder(job.Id, id, asked.Period, asked.Profile, $"{folder}/{ArchiveWriter.ZipName(request, profile)}", $"{folder}/{id}.manifest.json", asked.ProfileHash, parameters.Value, company));
    }

    /// <param name="month">Numbered.</param>
    /// <param name="parameters">Of the profile.</param>
    /// <param name="snapshot"><see cref="ArchiveOrder.Company"/>.</param>
    /// <param name="snapshots">Where snapshots lie.</param>
    /// <param name="cancellationToken">The caller left.</param>
    internal static async Task<ArchiveRequest> RequestOfAsync(BookMonth month, IReadOnlyDictionary<string, string>? parameters, string? snapshot, Snapshots snapshots, CancellationToken cancellationToken)
    {
        var stamp = month.Head.Numbering!;
        var company = await snapshots.ReadCompanyAsync(snapshot ?? stamp.CompanySnapshot, cancellationToken);
        return new ArchiveRequest
        {
            Book = month.Book.Id,
            TaxId = company.TaxId,
            Period = month.Period,
            FiscalYear = month.Year,
            Revision = stamp.Revision,
            Numbers = stamp.Numbers,
            Creator = company.SourceApplication,
            Company = company,
            Parameters = parameters ?? new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }
}
