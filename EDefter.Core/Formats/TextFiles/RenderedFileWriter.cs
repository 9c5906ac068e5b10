using System.Globalization;
using EDefter.Core.Journal;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>
/// A file of text whose entries are rendered before it is known which part they go to: rendered once, so that nothing is noted twice, then measured
/// against the room that the part still has.
/// </summary>
internal abstract class RenderedFileWriter(Profile profile, WritingNotes notes) : JournalFileWriter
{
    private JournalEntry? rendered;
    private long rows;
    private long entries;

    protected Profile Profile => profile;

    protected WritingNotes Notes => notes;

    /// <summary>What is being rendered.</summary>
    protected ByteBuffer Bytes { get; } = new();

    /// <summary>Writes values into <see cref="Bytes"/>.</summary>
    protected abstract FieldBytes Fields { get; }

    protected PartOutput Part { get; } = new();

    /// <summary>Bytes that must follow the last entry of every part.</summary>
    protected virtual long TailBytes => 0;

    public sealed override void Begin(Stream output, FileFacts facts)
    {
        Fields.Facts = facts;
        rows = 0;
        entries = 0;
        // What was rendered for the part before waits: the buffer is needed for the head.
        var waiting = rendered is null ? [] : Bytes.Written.ToArray();
        RenderHead(facts);
        Part.Begin(output, Bytes.Written, Fields.CountPlaces);
        Bytes.Clear();
        Bytes.Write(waiting);
    }

    public sealed override bool HasRoomFor(JournalEntry entry)
    {
        if (!ReferenceEquals(rendered, entry))
            Render(entry);
        return rows + entry.Lines.Count <= profile.RowsMax && !(Part.Bytes + Bytes.Length + TailBytes > profile.BytesMax);
    }

    public sealed override bool FitsEmptyPart(JournalEntry entry) =>
        entry.Lines.Count <= profile.RowsMax && !(Part.HeadBytes + Bytes.Length + TailBytes > profile.BytesMax);

    public sealed override void Write(JournalEntry entry)
    {
        if (!ReferenceEquals(rendered, entry))
            throw new InvalidOperationException("The writer was not asked for room for this entry.");
        rows += entry.Lines.Count;
        entries++;
        Part.Write(Bytes.Written);
        rendered = null;
    }

    public sealed override FileResult End()
    {
        WriteTail(entries.ToString(CultureInfo.InvariantCulture));
        Part.End(entries);
        return new FileResult(rows, Content: null);
    }

    /// <summary>Fills the buffer with what stands before the first entry.</summary>
    protected abstract void RenderHead(FileFacts facts);

    /// <summary>Adds an entry to the empty buffer.</summary>
    protected abstract void RenderEntry(JournalEntry entry);

    /// <summary>Writes what stands after the last entry.</summary>
    /// <param name="count">The number of entries in the part.</param>
    protected virtual void WriteTail(string count)
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Part.Dispose();
        base.Dispose(disposing);
    }

    private void Render(JournalEntry entry)
    {
        Bytes.Clear();
        notes.Entry = entry;
        RenderEntry(entry);
        notes.Entry = null;
        notes.Line = null;
        rendered = entry;
    }
}
