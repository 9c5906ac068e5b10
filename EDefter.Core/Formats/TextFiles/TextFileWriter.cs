using EDefter.Core.Journal;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>A text profile: lines of the file, then for each entry its own lines and one for each line of the journal.</summary>
internal sealed class TextFileWriter : RenderedFileWriter
{
    private readonly TextForm form;
    private readonly IReadOnlyList<ProfileColumn>? header;
    private readonly ProfileRecord[] ofFile;
    private readonly ProfileRecord[] ofEntry;
    private readonly ProfileRecord[] ofLine;
    private readonly QuotedFields fields;
    private readonly byte[] separator;
    private readonly byte[] lineEnd;

    public TextFileWriter(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes)
        : base(profile, notes)
    {
        form = profile.TextForm!;
        var records = profile.RecordText?.Records ?? [.. profile.Delimited!.FirstLines, new ProfileRecord { Of = RowSource.Lines, Columns = profile.Delimited.Columns }];
        header = profile.Delimited is { Header: true } delimited ? delimited.Columns : null;
        ofFile = [.. records.Where(record => record.Of == RowSource.File)];
        ofEntry = [.. records.Where(record => record.Of == RowSource.Entries)];
        ofLine = [.. records.Where(record => record.Of == RowSource.Lines)];
        fields = new QuotedFields(profile, form, parameters, notes, Bytes);
        separator = System.Text.Encoding.ASCII.GetBytes(form.Separator);
        lineEnd = form.LineEnd switch
        {
            LineEnd.LineFeed => "\n"u8.ToArray(),
            LineEnd.CarriageReturn => "\r"u8.ToArray(),
            LineEnd.CarriageReturnLineFeed => "\r\n"u8.ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), form.LineEnd, message: null),
        };
    }

    protected override FieldBytes Fields => fields;

    protected override void RenderHead(FileFacts facts)
    {
        Bytes.Clear();
        fields.Begin();
        if (form.ByteOrderMark)
            Bytes.Write([0xEF, 0xBB, 0xBF]);
        foreach (var record in ofFile)
        {
            if (facts.Part == 1 || !record.FirstPartOnly)
                RenderRecord(record, entry: null, line: null);
        }

        if (header is not null)
            RenderHeader(header);
    }

    protected override void RenderEntry(JournalEntry entry)
    {
        foreach (var record in ofEntry)
            RenderRecord(record, entry, line: null);
        foreach (var line in EntryLines.Of(entry, Profile.LineOrder))
        {
            Notes.Line = line;
            foreach (var record in ofLine)
                RenderRecord(record, entry, line);
        }
    }

    private void RenderHeader(IReadOnlyList<ProfileColumn> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
                Bytes.Write(separator);
            fields.Fixed(columns[i].Header);
        }

        Bytes.Write(lineEnd);
    }

    private void RenderRecord(ProfileRecord record, JournalEntry? entry, JournalLine? line)
    {
        if (record.Type is { } type)
            fields.Bare(type);
        for (var i = 0; i < record.Columns.Count; i++)
        {
            if (i > 0 || record.Type is not null)
                Bytes.Write(separator);
            fields.Write(record.Columns[i], entry, line);
        }

        Bytes.Write(lineEnd);
    }
}
