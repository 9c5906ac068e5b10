using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Sealing;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>
/// Says whether an uploaded file is what was handed over: it is held against every archive of the caller's companies, first by manifest alone; the
/// stored archive that it is closest to is then opened to say what was done to which cell.
/// </summary>
public sealed class ArchiveVerification(ICompanies companies, ArchiveShelf shelf, IBlobs blobs)
{
    // A file without a name that is known is held against stored archives row by row: those of the last two years, one a month, are enough.
    private const int ArchivesOpenedMax = 24;

    private const string NothingSealed = "Firma için henüz arşiv üretilmemiş; dosyanın karşılaştırılacağı bir arşiv yok.";
    private const string LikeNone = "Dosya firmanın arşivlerinden hiçbirine benzemiyor; başka bir firmanın, başka bir programın ya da burada arşivlenmemiş bir ayın dosyası olabilir.";

    /// <param name="caller">Whose archives are looked at; an admin's key reaches those of nobody in particular.</param>
    /// <param name="upload">The ZIP or a single file of it; seekable.</param>
    /// <param name="name">The upload's file name, where the caller knows it.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<ArchiveVerdict>> VerifyAsync(Caller caller, Stream upload, string? name, CancellationToken cancellationToken)
    {
        var own = await CompaniesOfAsync(caller, cancellationToken);
        if (own.Count == 0)
            return Refusals.UnknownCompany(caller.Companies?[0] ?? string.Empty);
        if (upload.Length == 0)
            return Refusals.InvalidBody("Yüklenen dosya boş. Denetlenecek ZIP dosyasını ya da içindeki dosyayı isteğin gövdesinde gönderin.");
        name = string.IsNullOrEmpty(name) ? null : name;
        (ArchiveRecord Record, Verification Verification)? best = null;
        var others = new List<ArchiveRecord>();
        var verified = new VerifiedUpload(upload);
        await foreach (var record in ReadAllAsync(own, cancellationToken))
        {
            var verification = ArchiveVerifier.Verify(await ReadManifestAsync(record, cancellationToken), verified, name);
            if (verification.LimitExceeded)
                return Refusals.TooLarge("Yüklenen dosya açılamayacak kadar büyük ya da fazla sıkıştırılmış. Entegratöre verilen ZIP dosyasının kendisini yükleyin.");
            if (verification.Verdict == Verdict.Intact)
                return VerdictOf(record, verification);
            if (verification.Verdict == Verdict.Unknown)
                others.Add(record);
            else if (best is not { } standing || IsCloser(record, verification, standing))
                best = (record, verification);
        }

        return best is { } closest ? VerdictOf(closest.Record, await DescribeAsync(closest.Record, verified, name, cancellationToken)) : await RecogniseAsync(others, verified, name, cancellationToken);
    }

    // Of two archives that it is equally far from, it was more probably the later one.
    private static bool IsCloser(ArchiveRecord record, Verification verification, (ArchiveRecord Record, Verification Verification) standing) =>
        (verification.Differences.Count, standing.Record.At).CompareTo((standing.Verification.Differences.Count, record.At)) < 0;

    private async Task<Outcome<ArchiveVerdict>> RecogniseAsync(List<ArchiveRecord> records, VerifiedUpload upload, string? name, CancellationToken cancellationToken)
    {
        foreach (var record in records.OrderByDescending(one => one.At).Take(ArchivesOpenedMax))
        {
            var verification = await DescribeAsync(record, upload, name, cancellationToken);
            if (verification.Verdict == Verdict.Altered)
                return VerdictOf(record, verification);
        }

        return new ArchiveVerdict(Verdict.Unknown, Archive: null, Period: null, Profile: null, [], [], records.Count == 0 ? NothingSealed : LikeNone);
    }

    private async Task<Verification> DescribeAsync(ArchiveRecord record, VerifiedUpload upload, string? name, CancellationToken cancellationToken)
    {
        var manifest = await ReadManifestAsync(record, cancellationToken);
        await using var stored = await blobs.OpenAsync(BlobArea.Archives, record.Zip, cancellationToken) ?? throw new InvalidDataException($"The archive {record.Zip} is missing.");
        using var archive = new SealedArchive(stored, limits: null, ColumnNamesOf(manifest));
        return ArchiveVerifier.Verify(manifest, upload, name, limits: null, archive);
    }

    // Only the profile knows what the columns of a file without headers are called, and only while it is the same profile.
    private static IReadOnlyList<string>? ColumnNamesOf(ArchiveManifest manifest) =>
        ProfileBook.Standard.Find(manifest.Profile.Id) is { Delimited: { } format } profile && profile.Hash == manifest.Profile.Hash ? [.. format.Columns.Select(column => column.Header)] : null;

    private static ArchiveVerdict VerdictOf(ArchiveRecord record, Verification verification) =>
        new(verification.Verdict, record.Id, record.Period, record.Profile, verification.Differences, verification.Counts, verification.Likely);

    private async Task<IReadOnlyList<Company>> CompaniesOfAsync(Caller caller, CancellationToken cancellationToken)
    {
        var own = new List<Company>();
        foreach (var id in caller.Companies ?? [])
        {
            if (await companies.FindAsync(id, cancellationToken) is { } company)
                own.Add(company.Value);
        }

        return own;
    }

    private async IAsyncEnumerable<ArchiveRecord> ReadAllAsync(IEnumerable<Company> own, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (book, year) in from company in own from book in company.Books() from year in company.FiscalYears select (book, year))
        {
            await foreach (var record in shelf.ReadAsync(book, year, period: null, cancellationToken))
                yield return record;
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
