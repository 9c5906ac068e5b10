using System.Text;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>
/// An XML profile, forward-only: everything before the repeated element, then that element once per entry, then what closes the document.
/// Values stand between tags without white space; the head, each entry and the tail end with a line feed.
/// </summary>
internal sealed class XmlFileWriter : RenderedFileWriter
{
    private readonly XmlFields fields;
    private readonly ProfileElement entryElement;
    private byte[] tail = [];
    private int[] tailCounts = [];

    public XmlFileWriter(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes)
        : base(profile, notes)
    {
        fields = new XmlFields(profile, parameters, notes, Bytes);
        entryElement = Find(profile.Xml!.Root) ?? throw new InvalidOperationException("The profile repeats no element per entry.");
    }

    protected override FieldBytes Fields => fields;

    // The number of entries is missing where the tail tells it.
    protected override long TailBytes => tail.Length + ((long)PartOutput.CountDigitsMax * tailCounts.Length);

    protected override void RenderHead(FileFacts facts)
    {
        RenderTail();
        Bytes.Clear();
        fields.Begin();
        if (Profile.Xml!.ByteOrderMark)
            Bytes.Write([0xEF, 0xBB, 0xBF]);
        Bytes.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8);
        RenderUpToEntries(Profile.Xml.Root);
        Bytes.Write("\n"u8);
    }

    protected override void RenderEntry(JournalEntry entry)
    {
        Render(entryElement, entry, line: null);
        Bytes.Write("\n"u8);
    }

    protected override void WriteTail(string count)
    {
        var at = 0;
        foreach (var place in tailCounts)
        {
            Part.Write(tail.AsSpan(at, place - at));
            Part.Write(Encoding.ASCII.GetBytes(count));
            at = place;
        }

        Part.Write(tail.AsSpan(at));
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

    private void RenderTail()
    {
        Bytes.Clear();
        fields.Begin();
        RenderFromEntries(Profile.Xml!.Root);
        Bytes.Write("\n"u8);
        tail = Bytes.Written.ToArray();
        tailCounts = [.. fields.CountPlaces];
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

    private void Render(ProfileElement element, JournalEntry? entry, JournalLine? line)
    {
        if (element.Repeat != RowSource.Lines)
        {
            RenderOnce(element, entry, line);
            return;
        }

        foreach (var one in EntryLines.Of(entry!, Profile.LineOrder))
        {
            Notes.Line = one;
            RenderOnce(element, entry, one);
        }

        Notes.Line = null;
    }

    private void RenderOnce(ProfileElement element, JournalEntry? entry, JournalLine? line)
    {
        if (!IsWanted(element, entry, line))
            return;
        var before = Bytes.Length;
        OpenTag(element);
        var opened = Bytes.Length;
        if (element.Value is { } value)
            fields.Write(value, entry, line);
        foreach (var child in element.Children)
            Render(child, entry, line);
        if (element.Optional && Bytes.Length == opened)
            Bytes.Return(before);
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
        Bytes.Write("<"u8);
        Name(element.Name);
        foreach (var (name, value) in element.Attributes)
        {
            Bytes.Write(" "u8);
            Name(name);
            Bytes.Write("=\""u8);
            Name(value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal));
            Bytes.Write("\""u8);
        }

        Bytes.Write(">"u8);
    }

    private void CloseTag(ProfileElement element)
    {
        Bytes.Write("</"u8);
        Name(element.Name);
        Bytes.Write(">"u8);
    }

    private void Name(string name)
    {
        var target = Bytes.Reserve(Encoding.UTF8.GetMaxByteCount(name.Length));
        Bytes.Advance(Encoding.UTF8.GetBytes(name, target));
    }
}
