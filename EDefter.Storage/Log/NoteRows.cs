using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>Rows <c>note|key</c>.</summary>
internal static class NoteRows
{
    /// <summary>UTF-8 bytes of a note's document.</summary>
    public const int JsonBytesMax = 60 * 1024;

    /// <exception cref="ArgumentException">The document is too large, or the key is none.</exception>
    public static TableAction Write(string partition, BookNote note)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(note.Json) > JsonBytesMax)
            throw new ArgumentException("A note holds at most 60 KiB; larger documents belong in a blob that the note names. Key: " + note.Key, nameof(note));
        var row = new TableRow(partition, LogKeys.Note(note.Key));
        TextColumns.Write(row, note.Json);
        return TableAction.Write(row, note.Version);
    }

    public static BookNote Read(TableRow row) => new(row.Key[LogKeys.Notes.Length..], TextColumns.Read(row), row.ETag);

    /// <summary>The first note whose condition no longer holds, or null.</summary>
    public static async Task<BookNote?> FindMovedAsync(ITable table, string partition, IReadOnlyList<BookNote> notes, CancellationToken cancellationToken)
    {
        foreach (var note in notes)
        {
            var row = await table.FindAsync(partition, LogKeys.Note(note.Key), cancellationToken);
            if (!string.Equals(row?.ETag, note.Version, StringComparison.Ordinal))
                return note;
        }

        return null;
    }
}
