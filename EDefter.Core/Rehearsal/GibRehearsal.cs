using System.Globalization;
using EDefter.Core.Formats;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;
using EDefter.Core.Rehearsal.Asserts;
using EDefter.Core.Rehearsal.Schemas;

namespace EDefter.Core.Rehearsal;

/// <summary>
/// Renders a month as the authority will see it and judges every document as soon as it is written. One part's entries and one document are held,
/// the document in room that the caller lends; nothing of them is kept.
/// </summary>
public sealed class GibRehearsal : IDisposable
{
    private readonly GibUploadLimits limits = new();
    private readonly WritingNotes notes = new();
    private readonly GibDraftText texts;
    private readonly GibBookWriter writer;
    private readonly ISchemaJudge schemas;
    private readonly Func<Stream> scratch;
    private readonly List<CheckedFile> files = [];
    private readonly List<(string Id, string Number)> vouchers = [];
    private long first;
    private GibFileName? name;
    private Stream? pending;

    /// <param name="heading">What stands above the entries.</param>
    /// <param name="options">How the month is divided and counted; unsigned.</param>
    /// <param name="schemas">The authority's schemas, or why there are none.</param>
    /// <param name="scratch">Room for one document: empty, seekable, gone when it is closed.</param>
    public GibRehearsal(GibHeading heading, GibBookOptions options, ISchemaJudge schemas, Func<Stream> scratch)
    {
        this.schemas = schemas;
        this.scratch = scratch;
        texts = new GibDraftText(notes);
        texts.Check(heading.Company);
        writer = new GibBookWriter(heading, options with { Signer = null }, Open);
    }

    /// <summary>Asserts that ask for a signature: they are not asked of what nobody has signed.</summary>
    public static IReadOnlyList<string> NotAsked { get; } = [.. SignatureAsserts.Root.SelectMany(assert => assert.Ids.Split(' '))];

    /// <param name="entry">The next of the month.</param>
    public void Write(JournalEntry entry)
    {
        if (vouchers.Count == 0)
            first = entry.Number;
        vouchers.Add((entry.VoucherId, entry.VoucherNumber));
        texts.Check(entry);
        if (writer.TryWrite(entry))
            return;
        notes.Entry = entry;
        notes.Add(UnwritableReason.EntryTooLarge, column: null);
        notes.Entry = null;
    }

    public GibRehearsalResult Complete()
    {
        writer.Complete();
        Judge();
        var byName = files.ToDictionary(file => file.Name.ToString(), StringComparer.Ordinal);
        new GibSetCheck((file, finding) => byName[file].Tell(finding)).Run([.. files.Where(file => file.Summary is not null).Select(file => file.Summary!)]);
        return new GibRehearsalResult(new GibCheckReport([.. files.Select(file => file.Complete())], [], schemas.Statement), writer.Parts, vouchers.Count, notes.Unwritable, notes.UnwritableCount);
    }

    /// <returns>The voucher of a yevmiye madde no as the documents write it; null where it names none.</returns>
    public (string Id, string Number)? VoucherOf(string? entryNumber) =>
        long.TryParse(entryNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= first && number - first < vouchers.Count ? vouchers[(int)(number - first)] : null;

    public void Dispose() => pending?.Dispose();

    private KeptOpenStream Open(GibFileName file)
    {
        Judge();
        name = file;
        pending = scratch();
        return new KeptOpenStream(pending);
    }

    // The document before the one that is begun, or before the end, is whole by now.
    private void Judge()
    {
        if (pending is not { } content || name is not { } official)
            return;
        pending = null;
        content.Position = 0;
        var file = new CheckedFile(official.ToString(), official, limits.FindingsMax) { IsOnSchema = schemas.Schemas is not null };
        files.Add(file);
        file.Summary = new GibDocumentCheck(official.ToString(), official.Document, finding => Tell(file, finding), schemas.Schemas, isDraft: true).Run(content);
        content.Dispose();
    }

    private static void Tell(CheckedFile file, GibFinding finding)
    {
        if (!NotAsked.Contains(finding.Assert, StringComparer.Ordinal))
            file.Tell(finding);
    }
}
