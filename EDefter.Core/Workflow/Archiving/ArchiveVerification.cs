using EDefter.Core.Companies;
using EDefter.Core.Sealing;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>Says whether an uploaded file is what was handed over: it is held against every archive of the caller's company.</summary>
public sealed class ArchiveVerification(ICompanies companies, ArchiveShelf shelf, IBlobs blobs)
{
    /// <param name="caller">Whose archives are looked at; an admin's key reaches those of nobody in particular.</param>
    /// <param name="upload">The ZIP or a single file of it; seekable.</param>
    /// <param name="name">The upload's file name, where the caller knows it.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<ArchiveVerdict>> VerifyAsync(Caller caller, Stream upload, string? name, CancellationToken cancellationToken)
    {
        if (caller.Company is not { } id || await companies.FindAsync(id, cancellationToken) is not { } company)
            return Refusals.UnknownCompany(caller.Company ?? string.Empty);
        ArchiveVerdict? best = null;
        await foreach (var record in ReadAllAsync(company.Value, cancellationToken))
        {
            var verification = ArchiveVerifier.Verify(await ReadManifestAsync(record, cancellationToken), upload, string.IsNullOrEmpty(name) ? null : name);
            if (verification.LimitExceeded)
                return Refusals.TooLarge("Yüklenen dosya açılamayacak kadar büyük ya da fazla sıkıştırılmış. Entegratöre verilen ZIP dosyasının kendisini yükleyin.");
            var verdict = new ArchiveVerdict(verification.Verdict, record.Id, record.Period, record.Profile, verification.Differences, verification.Likely);
            if (verdict.Verdict == Verdict.Intact)
                return verdict;
            if (best is null || IsCloser(verdict, best))
                best = verdict;
        }

        return best is { Verdict: Verdict.Altered } ? best : new ArchiveVerdict(Verdict.Unknown, Archive: null, Period: null, Profile: null, [], Likely: null);
    }

    private static bool IsCloser(ArchiveVerdict left, ArchiveVerdict right) =>
        left.Verdict != right.Verdict ? left.Verdict == Verdict.Altered : left.Differences.Count < right.Differences.Count;

    private async IAsyncEnumerable<ArchiveRecord> ReadAllAsync(Company company, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var book in company.Books())
        {
            foreach (var year in company.FiscalYears)
            {
                await foreach (var record in shelf.ReadAsync(book, year, period: null, cancellationToken))
                    yield return record;
            }
        }
    }

    private async Task<ArchiveManifest> ReadManifestAsync(ArchiveRecord record, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Archives, record.Manifest, cancellationToken) ?? throw new InvalidDataException($"The manifest {record.Manifest} is missing.");
        using var bytes = new MemoryStream();
        await blob.CopyToAsync(bytes, cancellationToken);
        return ManifestJson.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
