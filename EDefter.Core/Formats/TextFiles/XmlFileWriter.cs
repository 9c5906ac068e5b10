using System.Text;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>
/// An XML profile, forward-only: everything before the repeated element, then that element once per entry, then what closes the document.
/// Values stand between tags without white space; the head, each entry and the tail end with a line feed.
/// </summary>
internal sealed class XmlFileWriter : JournalFileWriter
{
    private readonly Profile profile;
    private readonly WritingNotes notes;
    private readonly ByteBuffer bytes = new();
    private readonly XmlFields fields;
    private readonly PartOutput part = new();
    private readonly ProfileElement entryElement;
    private byte[] tail = [];
    private int[] tailCounts = [];
    private JournalEntry? rendered;
    private long rows;
    private long entries;

    public XmlFileWriter(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes)
    {
        this.profile = profile;
        this.notes = notes;
        fields = new XmlFields(profile, parameters, notes, bytes);
        entryElement = Find(profile.Xml!.Root) ?? throw new InvalidOperationException("The profile repeats no element per entry.");
    }

    // The number of entries is missing where the tail tells it.
    private long TailBytes => tail.Length + ((long)PartOutput.CountDigitsMax * tailCounts.Length);

    public override void Begin(Stream output, FileFacts facts)
    {
        fields.Facts = facts;
        rows = 0;
        entries = 0;
        var waiting = rendered is null ? [] : bytes.Written.ToArray();
        RenderTail();
        RenderHead();
        part.Begin(output, bytes.Written, fields.CountPlaces);
        bytes.Clear();
        bytes.Write(waiting);
    }

    public override bool HasRoomFor(JournalEntry entry)
    {
        if (!ReferenceEquals(rendered, entry))
            Render(entry);
        return rows + entry.Lines.Count <= profile.RowsMax && !(part.Bytes + bytes.Length + TailBytes > profile.BytesMax);
    }

    public override bool FitsEmptyPart(JournalEntry entry) =>
        entry.Lines.Count <= profile.RowsMax && !(part.HeadBytes + bytes.Length + TailBytes > profile.BytesMax);

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
        WriteTail(entries.ToString(System.Globalization.CultureInfo.InvariantCulture));
        part.End(entries);
        return new FileResult(rows, Content: null);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            part.Dispose();
        base.Dispose(disposing);
    }

    private static ProfileElement? Find(ProfileElement element)
    {
        if (element.Repeat == RowSource.Entries)
            return element;
        foreach (var child in element.Children)
        {
            if (Find(child) is { } found)
                return found;
        }

        return null;
    }

    private void RenderHead()
    {
        bytes.Clear();
        fields.Begin();
        if (profile.Xml!.ByteOrderMark)
            bytes.Write([0xEF, 0xBB, 0xBF]);
        bytes.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8);
        RenderUpToEntries(profile.Xml.Root);
        bytes.Write("\n"u8);
    }

    private void RenderTail()
    {
        bytes.Clear();
        fields.Begin();
        RenderFromEntries(profile.Xml!.Root);
        bytes.Write("\n"u8);
        tail = bytes.Written.ToArray();
        tailCounts = [.. fields.CountPlaces];
    }

    private void WriteTail(string count)
    {
        var at = 0;
        foreach (var place in tailCounts)
        {
            part.Write(tail.AsSpan(at, place - at));
            part.Write(Encoding.ASCII.GetBytes(count));
            at = place;
        }

        part.Write(tail.AsSpan(at));
    }

    // Opens every element around the entries, with all that stands before them inside.
    private void RenderUpToEntries(ProfileElement element)
    {
        if (ReferenceEquals(element, entryElement))
            return;
        OpenTag(element);
        foreach (var child in element.Children)
        {
            if (Find(child) is not null)
            {
                RenderUpToEntries(child);
                return;
            }

            Render(child, entry: null, line: null);
        }
    }

    private void RenderFromEntries(ProfileElement element)
    {
        if (ReferenceEquals(element, entryElement))
            return;
        var behind = false;
        foreach (var child in element.Children)
        {
            if (behind)
                Render(child, entry: null, line: null);
            else if (Find(child) is not null)
                RenderFromEntries(child);
            behind = behind || Find(child) is not null;
        }

        CloseTag(element);
    }

    // An entry is rendered once, before it is known which part it goes to, so that nothing is noted twice.
    private void Render(JournalEntry entry)
    {
        bytes.Clear();
        notes.Entry = entry;
        Render(entryElement, entry, line: null);
        bytes.Write("\n"u8);
        notes.Entry = null;
        rendered = entry;
    }

    private void Render(ProfileElement element, JournalEntry? entry, JournalLine? line)
    {
        if (element.Repeat != RowSource.Lines)
        {
            RenderOnce(element, entry, line);
            return;
        }

        foreach (var one in EntryLines.Of(entry!, profile.LineOrder))
        {
            notes.Line = one;
            RenderOnce(element, entry, one);
        }

        notes.Line = null;
    }

    private void RenderOnce(ProfileElement element, JournalEntry? entry, JournalLine? line)
    {
        if (!IsWanted(element, entry, line))
            return;
        var before = bytes.Length;
        OpenTag(element);
        var opened = bytes.Length;
        if (element.Value is { } value)
            fields.Write(value, entry, line);
        foreach (var child in element.Children)
            Render(child, entry, line);
        if (element.Optional && bytes.Length == opened)
            bytes.Return(before);
        else
            CloseTag(element);
    }

    private bool IsWanted(ProfileElement element, JournalEntry? entry, JournalLine? line)
    {
        foreach (var field in element.When)
        {
            if (fields.IsFilled(field, entry, line))
                return true;
        }

        return element.When.Count == 0;
    }

    private void OpenTag(ProfileElement element)
    {
        bytes.Write("<"u8);
        Name(element.Name);
        foreach (var (name, value) in element.Attributes)
        {
            bytes.Write(" "u8);
            Name(name);
            bytes.Write("=\""u8);
            Name(value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal));
            bytes.Write("\""u8);
        }

        bytes.Write(">"u8);
    }

    private void CloseTag(ProfileElement element)
    {
        bytes.Write("</"u8);
        Name(element.Name);
        bytes.Write(">"u8);
    }

    private void Name(string name)
    {
        var target = bytes.Reserve(Encoding.UTF8.GetMaxByteCount(name.Length));
        bytes.Advance(Encoding.UTF8.GetBytes(name, target));
    }
}
