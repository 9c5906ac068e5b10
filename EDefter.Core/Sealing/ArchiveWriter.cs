using System.IO.Compression;
using EDefter.Core.Formats;
using EDefter.Core.Journal;

namespace EDefter.Core.Sealing;

/// <summary>
/// Writes a month as the sealed ZIP of a profile, forward-only into any stream, in memory that does not grow with the month. Push every entry
/// of the month in its order, then call <see cref="Complete"/>. Counts, totals and numbers are compared with the month's numbering: an
/// archive that lacks a line cannot be completed.
/// </summary>
public sealed class ArchiveWriter : IDisposable
{
    private static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // -rw-r--r--: where ZIP entries carry permissions, an entry without them unpacks into a file that nobody may open.
    private const int ReadableFile = unchecked((int)0x81A4_0000);

    private readonly ArchiveRequest request;
    private readonly Profile profile;
    private readonly Dictionary<string, string> parameters;
    private readonly WritingNotes notes = new();
    private readonly JournalFileWriter writer;
    private readonly ForwardStream output;
    private readonly ZipArchive zip;
    private readonly List<ManifestFile> files = [];
    private Stream? entryStream;
    private ForwardStream? file;
    private string fileName = string.Empty;
    private long nextEntry;
    private long nextLine;
    private JournalEntry? fileFirst;
    private JournalEntry? fileLast;
    private decimal fileTotal;
    private decimal total;
    private bool completed;

    private ArchiveWriter(ArchiveRequest request, Profile profile, Stream target)
    {
        this.request = request;
        this.profile = profile;
        parameters = Parameters(request, profile);
        writer = JournalFileWriter.Of(profile, parameters, notes);
        nextEntry = request.Numbers.First;
        nextLine = request.Numbers.FirstLine;
        output = new ForwardStream(target);
        zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        BeginFile();
    }

    /// <summary>Begins an archive.</summary>
    /// <param name="request">The numbered month.</param>
    /// <param name="profile">The format.</param>
    /// <param name="target">Where the ZIP goes; need not be seekable; left open.</param>
    /// <exception cref="ArgumentException">The request names a parameter that the profile does not have.</exception>
    public static ArchiveWriter Begin(ArchiveRequest request, Profile profile, Stream target) => new(request, profile, target);

    /// <summary>The ZIP's name, by the profile's template.</summary>
    public static string ZipName(ArchiveRequest request, Profile profile) => NameTemplate.Resolve(profile.ArchiveName, request.Facts(part: 1));

    /// <summary>Values that could not be written so far; not zero means that <see cref="Complete"/> will give no manifest.</summary>
    public long UnwritableCount => notes.UnwritableCount;

    /// <summary>Adds the next entry of the month.</summary>
    /// <exception cref="InvalidOperationException">The entry is not the next one of the numbering: a bug of the caller.</exception>
    public void Write(JournalEntry entry)
    {
        if (completed)
            throw new InvalidOperationException("The archive is complete.");
        CheckOrder(entry);
        var isSplit = profile.Split == PartSplit.Day && fileLast is not null && fileLast.Date != entry.Date;
        if (!writer.HasRoomFor(entry) || isSplit)
        {
            if (!writer.FitsEmptyPart(entry))
            {
                notes.Entry = entry;
                notes.Add(UnwritableReason.EntryTooLarge, column: null);
                notes.Entry = null;
                return;
            }

            EndFile();
            BeginFile();
            if (!writer.HasRoomFor(entry))
                throw new InvalidOperationException("An entry that fits an empty part did not fit one.");
        }

        fileFirst ??= entry;
        fileLast = entry;
        fileTotal += entry.Total;
        writer.Write(entry);
    }

    /// <summary>Ends the archive.</summary>
    /// <param name="differing">Accounts that the month's lines name differently (HES013), in ordinal order.</param>
    /// <exception cref="InvalidOperationException">What was written is not what was numbered: an entry is missing, which is a bug of the caller.</exception>
    public ArchiveResult Complete(IReadOnlyList<string>? differing = null)
    {
        if (completed)
            throw new InvalidOperationException("The archive is complete.");
        CheckTotals();
        EndFile();
        if (notes.UnwritableCount > 0)
        {
            output.Abandon();
            completed = true;
            return new ArchiveResult { Unwritable = notes.Unwritable, UnwritableCount = notes.UnwritableCount };
        }

        zip.Dispose();
        completed = true;
        return new ArchiveResult { Manifest = Manifest(differing ?? []) };
    }

    public void Dispose()
    {
        // What was not completed must not look like an archive.
        if (!completed)
            output.Abandon();
        writer.Dispose();
        file?.Dispose();
        entryStream?.Dispose();
        zip.Dispose();
        output.Dispose();
    }

    private void BeginFile()
    {
        var facts = request.Facts(files.Count + 1);
        fileName = NameTemplate.Resolve(profile.FileName, facts);
        var entry = zip.CreateEntry(fileName, CompressionLevel.Fastest);
        entry.LastWriteTime = ZipTime;
        entry.ExternalAttributes = ReadableFile;
        entryStream = entry.Open();
        file = new ForwardStream(entryStream);
        fileFirst = null;
        fileLast = null;
        fileTotal = 0;
        writer.Begin(file, facts);
    }

    private void EndFile()
    {
        var result = writer.End();
        var sha256 = file!.EndHash();
        files.Add(new ManifestFile
        {
            Name = fileName,
            Kind = profile.Kind,
            Bytes = file.Bytes,
            Rows = result.Rows,
            Sha256 = sha256,
            Content = result.Content ?? sha256,
            First = fileFirst?.Number,
            Last = fileLast?.Number,
            FirstLine = fileFirst?.Lines[0].Number,
            LastLine = fileLast?.Lines[^1].Number,
            Debit = Lira(fileTotal),
            Credit = Lira(fileTotal),
        });
        file.Dispose();
        file = null;
        entryStream!.Dispose();
        entryStream = null;
    }

    private void CheckOrder(JournalEntry entry)
    {
        if (entry.Number != nextEntry || entry.Lines[0].Number != nextLine)
            throw new InvalidOperationException($"Entry {entry.Number} with line {entry.Lines[0].Number} came where entry {nextEntry} with line {nextLine} was due.");
        if (!request.Period.Contains(entry.Date))
            throw new InvalidOperationException($"Entry {entry.Number} does not belong to {request.Period}.");
        nextEntry++;
        nextLine += entry.Lines.Count;
        total += entry.Total;
    }

    private void CheckTotals()
    {
        var numbers = request.Numbers;
        if (nextEntry != numbers.Last + 1 || nextLine != numbers.LastLine + 1 || total != numbers.Debit || total != numbers.Credit)
            throw new InvalidOperationException($"The archive of {request.Book} {request.Period} does not hold what was numbered: next entry {nextEntry} after {numbers.Last}, next line {nextLine} after {numbers.LastLine}.");
    }

    private ArchiveManifest Manifest(IReadOnlyList<string> differing)
    {
        var adjustments = notes.Adjustments();
        var content = new ContentListing();
        foreach (var one in files)
            content.Add(one.Name, one.Content);
        return new ArchiveManifest
        {
            Id = ArchiveIdentity.Of(request, profile),
            Software = new ManifestSoftware(FormatVersion.Software, FormatVersion.Product, FormatVersion.Writers),
            Profile = new ManifestProfile(profile.Id, profile.Version, profile.Title, profile.Confidence, profile.Source, profile.Hash, parameters, profile.IsUnverified),
            Company = request.Book.Company,
            Branch = request.Book.Branch,
            Period = request.Period.ToString(),
            Revision = request.Revision,
            Numbers = ManifestNumbers.Of(request.Numbers),
            Files = files,
            Content = content.ToHex(),
            Zip = new ManifestZip(ZipName(request, profile), output.Bytes, output.EndHash()),
            Adjustments = adjustments,
            Findings = ArchiveFindings.Of(adjustments, notes.Formulas, differing, request.Numbers.Lines),
        };
    }

    private static string Lira(decimal amount) => amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

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
