using EDefter.Core.Formats.TextFiles;
using EDefter.Core.Formats.Workbook;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats;

/// <summary>
/// Writes the files of one profile, part after part, forward-only. Accepts nothing but the numbered journal. A value that cannot be written
/// goes to the notes and the writing goes on, so that all of them are told at once; the caller then throws the files away.
/// </summary>
internal abstract class JournalFileWriter : IDisposable
{
    public static JournalFileWriter Of(Profile profile, IReadOnlyDictionary<string, string> parameters, WritingNotes notes) => profile.Kind switch
    {
        FileKind.Delimited or FileKind.RecordText => new TextFileWriter(profile, parameters, notes),
        FileKind.Workbook => new WorkbookFileWriter(profile, parameters, notes),
        FileKind.Xml => new XmlFileWriter(profile, parameters, notes),
        _ => throw new ArgumentOutOfRangeException(nameof(profile), profile.Kind, message: null),
    };

    /// <summary>Begins a part.</summary>
    public abstract void Begin(Stream output, FileFacts facts);

    /// <summary>The present part can take the whole entry. Called once before each <see cref="Write"/>.</summary>
    public abstract bool HasRoomFor(JournalEntry entry);

    /// <summary>The entry fits a part that holds nothing else. Called after <see cref="HasRoomFor"/> with the same entry.</summary>
    public abstract bool FitsEmptyPart(JournalEntry entry);

    /// <summary>Writes the entry that <see cref="HasRoomFor"/> was last asked of.</summary>
    public abstract void Write(JournalEntry entry);

    public abstract FileResult End();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
