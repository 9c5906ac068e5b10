using System.Globalization;
using System.IO.Compression;
using EDefter.Core.Formats;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;

namespace EDefter.Core.Sealing;

/// <summary>
/// Writes a month as the sealed ZIP of a profile, forward-only into any stream, in memory that does not grow with the month. Push every entry
/// of the month in its order, then call <see cref="Complete"/>. Counts, totals and numbers are compared with the month's numbering: an
/// archive that lacks a line cannot be completed.
/// </summary>
public abstract class ArchiveWriter : IDisposable
{
    private static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // -rw-r--r--: where ZIP entries carry permissions, an entry without them unpacks into a file that nobody may open.
    private const int ReadableFile = unchecked((int)0x81A4_0000);

    private readonly ForwardStream output;
    private readonly List<ManifestFile> files = [];
    private long nextEntry;
    private long nextLine;
    private decimal total;
    private bool completed;

    private protected ArchiveWriter(ArchiveRequest request, Profile profile, Stream target)
    {
        Request = request;
        Profile = profile;
        Chosen = Parameters(request, profile);
        nextEntry = request.Numbers.First;
        nextLine = request.Numbers.FirstLine;
        output = new ForwardStream(target);
        Zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
    }

    private protected ArchiveRequest Request { get; }

    private protected Profile Profile { get; }

    /// <summary>The profile's parameters with the values that are used.</summary>
    private protected Dictionary<string, string> Chosen { get; }

    private protected WritingNotes Notes { get; } = new();

    private protected ZipArchive Zip { get; }

    private protected IReadOnlyList<ManifestFile> Files => files;

    /// <summary>Begins an archive.</summary>
    /// <param name="request">The numbered month.</param>
    /// <param name="profile">The format.</param>
    /// <param name="target">Where the ZIP goes; need not be seekable; left open.</param>
    /// <param name="signer">Signs the authority's documents; null makes unsigned drafts. Nothing else is signed.</param>
    /// <exception cref="ArgumentException">The request names a parameter that the profile does not have, or one that cannot be read.</exception>
    public static ArchiveWriter Begin(ArchiveRequest request, Profile profile, Stream target, IDocumentSigner? signer = null) =>
        profile.Kind == FileKind.Gib ? new GibDraftWriter(request, profile, target, signer) : new ProfileArchiveWriter(request, profile, target);

    /// <summary>The ZIP's name, by the profile's template.</summary>
    public static string ZipName(ArchiveRequest request, Profile profile) => NameTemplate.Resolve(profile.ArchiveName, request.Facts(part: 1));

    /// <summary>Values that could not be written so far; not zero means that <see cref="Complete"/> will give no manifest.</summary>
    public long UnwritableCount => Notes.UnwritableCount;

    /// <summary>Adds the next entry of the month.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one of the numbering: a bug of the caller.</exception>
    public void Write(JournalEntry entry)
    {
        if (completed)
            throw new InvalidOperationException("The archive is complete.");
        CheckOrder(entry);
        Add(entry);
    }

    /// <summary>Ends the archive.</summary>
    /// <param name="differing">Accounts that the month's lines name differently (HES013), in ordinal order.</param>
    /// <exception cref="InvalidOperationException">What was written is not what was numbered: an entry is missing, which is a bug of the caller.</exception>
    public ArchiveResult Complete(IReadOnlyList<string>? differing = null)
    {
        if (completed)
            throw new InvalidOperationException("The archive is complete.");
        CheckTotals();
        End();
        if (Notes.UnwritableCount > 0)
        {
            output.Abandon();
            completed = true;
            return new ArchiveResult { Unwritable = Notes.Unwritable, UnwritableCount = Notes.UnwritableCount };
        }

        Zip.Dispose();
        completed = true;
        return new ArchiveResult { Manifest = Manifest(differing ?? []) };
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        Abandon();
        Zip.Dispose();
        output.Dispose();
    }

    /// <summary>What was not completed must not look like an archive.</summary>
    private protected void Abandon()
    {
        if (!completed)
            output.Abandon();
    }

    /// <summary>Writes an entry whose turn it is.</summary>
    private protected abstract void Add(JournalEntry entry);

    /// <summary>Ends the last file.</summary>
    private protected abstract void End();

    /// <summary>What the manifest says of a draft; null for what is no draft.</summary>
    private protected virtual ManifestDraft? Draft => null;

    /// <summary>Lines of the month as far as the integrator has yet to divide them (KON003).</summary>
    private protected virtual long UndividedLines => Request.Numbers.Lines;

    /// <summary>A new entry of the ZIP; nothing of when stands in it.</summary>
    private protected static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = ZipTime;
        entry.ExternalAttributes = ReadableFile;
        return entry.Open();
    }

    private protected void Add(ManifestFile file) => files.Add(file);

    private protected static string Lira(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private void CheckOrder(JournalEntry entry)
    {
        if (entry.Number != nextEntry || entry.Lines[0].Number != nextLine)
            throw new InvalidOperationException($"Entry {entry.Number} with line {entry.Lines[0].Number} came where entry {nextEntry} with line {nextLine} was due.");
        if (!Request.Period.Contains(entry.Date))
            throw new InvalidOperationException($"Entry {entry.Number} does not belong to {Request.Period}.");
        nextEntry++;
        nextLine += entry.Lines.Count;
        total += entry.Total;
    }

    private void CheckTotals()
    {
        var numbers = Request.Numbers;
        if (nextEntry != numbers.Last + 1 || nextLine != numbers.LastLine + 1 || total != numbers.Debit || total != numbers.Credit)
            throw new InvalidOperationException($"The archive of {Request.Book} {Request.Period} does not hold what was numbered: next entry {nextEntry} after {numbers.Last}, next line {nextLine} after {numbers.LastLine}.");
    }

    private ArchiveManifest Manifest(IReadOnlyList<string> differing)
    {
        var adjustments = Notes.Adjustments();
        var content = new ContentListing();
        foreach (var one in files)
            content.Add(one.Name, one.Content);
        return new ArchiveManifest
        {
            Id = ArchiveIdentity.Of(Request, Profile),
            Software = new ManifestSoftware(FormatVersion.Software, FormatVersion.Product, FormatVersion.Writers),
            Profile = new ManifestProfile(Profile.Id, Profile.Version, Profile.Title, Profile.Confidence, Profile.Source, Profile.Hash, Chosen, Profile.IsUnverified),
            Company = Request.Book.Company,
            Branch = Request.Book.Branch,
            Period = Request.Period.ToString(),
            Revision = Request.Revision,
            Numbers = ManifestNumbers.Of(Request.Numbers),
            Draft = Draft,
            Files = files,
            Content = content.ToHex(),
            Zip = new ManifestZip(ZipName(Request, Profile), output.Bytes, output.EndHash()),
            Adjustments = adjustments,
            Findings = ArchiveFindings.Of(adjustments, Notes.Formulas, differing, UndividedLines),
        };
    }

    private static Dictionary<string, string> Parameters(ArchiveRequest request, Profile profile)
    {
        var chosen = new Dictionary<string, string>(profile.Parameters, StringComparer.Ordinal);
        foreach (var (name, value) in request.Parameters)
        {
            if (!chosen.ContainsKey(name))
                throw new ArgumentException($"The profile {profile.Id} has no parameter \"{name}\".", nameof(request));
            chosen[name] = value;
        }

        return chosen;
    }
}
