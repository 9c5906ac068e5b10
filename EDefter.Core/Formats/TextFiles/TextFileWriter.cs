using EDefter.Core.Journal;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>A text profile: lines of the file, then for each entry its own lines and one for each line of the journal.</summary>
internal sealed class TextFileWriter : JournalFileWriter
{
    private readonly Profile profile;
    private readonly TextForm form;
    private readonly IReadOnlyList<ProfileColumn>? header;
    private readonly ProfileRecord[] ofFile;
    private readonly ProfileRecord[] ofEntry;
    private readonly ProfileRecord[] ofLine;
    private readonly WritingNotes notes;
    private readonly ByteBuffer bytes = new();
    private readonly QuotedFields fields;
    private readonly PartOutput part = new();
    private readonly byte[] separator;
    private readonly byte[] lineEnd;
    private JournalEntry? rendered;
    private long rows;
    private long entries;

    public TextFileWriter(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes)
    {
        this.profile = profile;
        this.notes = notes;
        form = profile.TextForm!;
        var records = profile.RecordText?.Records ?? [.. profile.Delimited!.FirstLines, new ProfileRecord { Of = RowSource.Lines, Columns = profile.Delimited.Columns }];
        header = profile.Delimited is { Header: true } delimited ? delimited.Columns : null;
        ofFile = [.. records.Where(record => record.Of == RowSource.File)];
        ofEntry = [.. records.Where(record => record.Of == RowSource.Entries)];
        ofLine = [.. records.Where(record => record.Of == RowSource.Lines)];
        fields = new QuotedFields(profile, form, parameters, notes, bytes);
        separator = System.Text.Encoding.ASCII.GetBytes(form.Separator);
        lineEnd = form.LineEnd switch
        {
            LineEnd.LineFeed => "\n"u8.ToArray(),
            LineEnd.CarriageReturn => "\r"u8.ToArray(),
            LineEnd.CarriageReturnLineFeed => "\r\n"u8.ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), form.LineEnd, message: null),
        };
    }

    public override void Begin(Stream output, FileFacts facts)
    {
        fields.Facts = facts;
        rows = 0;
        entries = 0;
        // What was rendered for the part before is rendered again: the buffer is needed for the head.
        var waiting = rendered is null ? [] : bytes.Written.ToArray();
        RenderHead(facts);
        part.Begin(output, bytes.Written, fields.CountPlaces);
        bytes.Clear();
        bytes.Write(waiting);
    }

    public override bool HasRoomFor(JournalEntry entry)
    {
        if (!ReferenceEquals(rendered, entry))
            Render(entry);
        return rows + entry.Lines.Count <= profile.RowsMax && !(part.Bytes + bytes.Length > profile.BytesMax);
    }

    public override bool FitsEmptyPart(JournalEntry entry) =>
        entry.Lines.Count <= profile.RowsMax && !(part.HeadBytes + bytes.Length > profile.BytesMax);

    public override void Write(JournalEntry entry)
    {
        if (!ReferenceEquals(rendered, entry))
            throw new InvalidOperationException("The writer was not asked for room for this entry.");
        rows += entry.Lines.Count;
        entries++;
        part.Write(bytes.Written);
        rendered = null;
    }

    public override FileResult End()
    {
        part.End(entries);
        return new FileResult(rows, Content: null);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            part.Dispose();
        base.Dispose(disposing);
    }

    private void RenderHead(FileFacts facts)
    {
        bytes.Clear();
        fields.Begin();
        if (form.ByteOrderMark)
            bytes.Write([0xEF, 0xBB, 0xBF]);
        foreach (var record in ofFile)
        {
            if (facts.Part == 1 || !record.FirstPartOnly)
                RenderRecord(record, entry: null, line: null);
        }

        if (header is not null)
            RenderHeader(header);
    }

    private void RenderHeader(IReadOnlyList<ProfileColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
                bytes.Write(separator);
            fields.Fixed(columns[i].Header);
        }

        bytes.Write(lineEnd);
    }

    // An entry is rendered once, before it is known which part it goes to, so that nothing is noted twice.
    private void Render(JournalEntry entry)
    {
        bytes.Clear();
        notes.Entry = entry;
        foreach (var record in ofEntry)
            RenderRecord(record, entry, line: null);
        foreach (var line in EntryLines.Of(entry, profile.LineOrder))
        {
            notes.Line = line;
            foreach (var record in ofLine)
                RenderRecord(record, entry, line);
        }

        notes.Entry = null;
        notes.Line = null;
        rendered = entry;
    }

    private void RenderRecord(ProfileRecord record, JournalEntry? entry, JournalLine? line)
    {
        if (record.Type is { } type)
            fields.Bare(type);
        for (var i = 0; i < record.Columns.Count; i++)
        {
            if (i > 0 || record.Type is not null)
                bytes.Write(separator);
            fields.Write(record.Columns[i], entry, line);
        }

        bytes.Write(lineEnd);
    }
}
