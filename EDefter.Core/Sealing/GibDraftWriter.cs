using System.Globalization;
using System.Text;
using EDefter.Core.Formats;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;

namespace EDefter.Core.Sealing;

/// <summary>The archive of a draft: the authority's documents of a month, unsigned, with a text that says so. One part is in memory, never the month.</summary>
internal sealed class GibDraftWriter : ArchiveWriter
{
    private readonly GibDraftSettings settings;
    private readonly bool isSigned;
    private readonly GibBookOptions options;
    private readonly GibDraftText texts;
    private readonly GibPackages packages;
    private readonly GibBookWriter writer;

    /// <param name="request">The numbered month.</param>
    /// <param name="profile"><see cref="GibDraftProfile"/>.</param>
    /// <param name="target">Where the ZIP goes.</param>
    /// <param name="signer">Null for drafts; a signer with a certificate of one's own makes a set that can be judged whole.</param>
    public GibDraftWriter(ArchiveRequest request, Profile profile, Stream target, IDocumentSigner? signer)
        : base(request, profile, target)
    {
        settings = request.DraftSettings();
        isSigned = signer is not null;
        texts = new GibDraftText(Notes);
        var heading = request.DraftHeading();
        texts.Check(heading.Company);
        packages = new GibPackages(Zip, Open, GibPackages.FolderOf(request.TaxId, request.FiscalYear, request.Period));
        options = new GibBookOptions
        {
            FirstSeries = settings.FirstSeries ?? 1,
            Chain = request.Numbers.Chain,
            PartBytesMax = settings.PartBytesMax,
            LastDaysOfParts = settings.LastDaysOfParts,
            Signer = signer,
        };
        writer = new GibBookWriter(heading, options, packages.Open);
    }

    private protected override ManifestDraft Draft => new(
        isSigned,
        isSigned ? GibDraftNote.TestSigned : GibDraftNote.Unsigned,
        Request.DraftHeading().CreationDate.ToString("O", CultureInfo.InvariantCulture),
        options.FirstSeries,
        writer.Parts);

    // A draft is divided already.
    private protected override long UndividedLines => 0;

    private protected override void Add(JournalEntry entry)
    {
        texts.Check(entry);
        if (writer.TryWrite(entry))
            return;
        Notes.Entry = entry;
        Notes.Add(UnwritableReason.EntryTooLarge, column: null);
        Notes.Entry = null;
    }

    private protected override void End()
    {
        foreach (var file in writer.Complete())
            Add(FileOf(file));
        packages.Close();
        WriteNote();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Abandon();
            packages.Dispose();
        }

        base.Dispose(disposing);
    }

    private ManifestFile FileOf(GibFile file)
    {
        var covers = file.Covers ?? throw new InvalidOperationException($"{file.Name} covers nothing.");
        return new ManifestFile
        {
            Name = packages.PathOf(file.Name),
            Kind = FileKind.Gib,
            Bytes = file.Bytes,
            Rows = file.Rows,
            Sha256 = file.Sha256,
            Content = file.Sha256,
            First = covers.First,
            Last = covers.Last,
            FirstLine = covers.FirstLine,
            LastLine = covers.LastLine,
            Debit = Lira(covers.Total),
            Credit = Lira(covers.Total),
        };
    }

    private void WriteNote()
    {
        var text = GibDraftNote.Write(Request, Draft, Files);
        using var entry = Open(Zip, GibDraftNote.FileName);
        using var file = new ForwardStream(entry);
        file.Write(Encoding.UTF8.GetBytes(text));
        var sha256 = file.EndHash();
        Add(new ManifestFile { Name = GibDraftNote.FileName, Kind = FileKind.Note, Bytes = file.Bytes, Rows = 0, Sha256 = sha256, Content = sha256 });
    }
}
