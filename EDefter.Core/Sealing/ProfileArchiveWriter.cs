using EDefter.Core.Formats;
using EDefter.Core.Journal;

namespace EDefter.Core.Sealing;

/// <summary>The archive of a profile that is data: its parts are files beside each other in the ZIP.</summary>
internal sealed class ProfileArchiveWriter : ArchiveWriter
{
    private readonly JournalFileWriter writer;
    private readonly VoucherNumbers voucherNumbers;
    private Stream? entryStream;
    private ForwardStream? file;
    private string fileName = string.Empty;
    private JournalEntry? fileFirst;
    private JournalEntry? fileLast;
    private decimal fileTotal;

    public ProfileArchiveWriter(ArchiveRequest request, Profile profile, Stream target)
        : base(request, profile, target)
    {
        writer = JournalFileWriter.Of(profile, Chosen, Notes);
        voucherNumbers = new VoucherNumbers(profile, Notes);
        BeginFile();
    }

    private protected override void Add(JournalEntry entry)
    {
        voucherNumbers.Check(entry);
        var isSplit = Profile.Split == PartSplit.Day && fileLast is not null && fileLast.Date != entry.Date;
        if (!writer.HasRoomFor(entry) || isSplit)
        {
            if (!writer.FitsEmptyPart(entry))
            {
                Notes.Entry = entry;
                Notes.Add(UnwritableReason.EntryTooLarge, column: null);
                Notes.Entry = null;
                return;
            }

            End();
            BeginFile();
            if (!writer.HasRoomFor(entry))
                throw new InvalidOperationException("An entry that fits an empty part did not fit one.");
        }

        fileFirst ??= entry;
        fileLast = entry;
        fileTotal += entry.Total;
        writer.Write(entry);
    }

    private protected override void End()
    {
        var result = writer.End();
        var sha256 = file!.EndHash();
        Add(new ManifestFile
        {
            Name = fileName,
            Kind = Profile.Kind,
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

    protected override void Dispose(bool disposing)
    {
        // The ZIP's own end comes after that of the entry that stands open in it.
        if (disposing)
        {
            Abandon();
            writer.Dispose();
            file?.Dispose();
            entryStream?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void BeginFile()
    {
        var facts = Request.Facts(Files.Count + 1);
        fileName = NameTemplate.Resolve(Profile.FileName, facts);
        entryStream = Open(Zip, fileName);
        file = new ForwardStream(entryStream);
        fileFirst = null;
        fileLast = null;
        fileTotal = 0;
        writer.Begin(file, facts);
    }
}
