using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// Writes the authority's documents of a month: per part the journal, the ledger and their berats, and at the end the report. Holds one part
/// (at most 200 MB of XML, about 115 000 lines), never the month.
/// </summary>
public sealed class GibBookWriter
{
    // The ten sums of a berat in their order (Berat Kılavuzu 2.2, 2.3).
    private static readonly (string Account, string Name)[] TaxAccounts =
        [("391", "Hesaplanan KDV"), ("191", "İndirilecek KDV"), ("600", "Yurt İçi Satışlar"), ("601", "Yurt Dışı Satışlar"), ("602", "Diğer Gelirler Hesabı")];

    private readonly GibHeading heading;
    private readonly GibBookOptions options;
    private readonly Func<GibFileName, Stream> open;
    private readonly EntryXml journal;
    private readonly EntryXml ledger;
    private readonly PartCollector parts;
    private readonly Turnovers month = new();
    private readonly List<GibFile> files = [];
    private GibCoverage? covered;
    private GibCoverage? whole;

    /// <param name="heading">What stands above the entries.</param>
    /// <param name="options">How the month is divided and counted.</param>
    /// <param name="open">Where a file goes; the writer closes it before it asks for the next.</param>
    public GibBookWriter(GibHeading heading, GibBookOptions options, Func<GibFileName, Stream> open)
    {
        if (options.PartBytesMax > GibBookOptions.BytesMax)
            throw new ArgumentOutOfRangeException(nameof(options), options.PartBytesMax, "A book's file may not be larger than the authority takes.");
        this.heading = heading;
        this.options = options;
        this.open = open;
        var unit = HeadXml.UnitOf(heading.Currency);
        journal = new EntryXml("journal_context", unit, heading.Currency);
        ledger = new EntryXml("ledger_context", unit, heading.Currency);
        parts = new PartCollector(journal, heading, options);
    }

    /// <summary>Parts written so far.</summary>
    public int Parts { get; private set; }

    /// <param name="entry">Numbered, in the order of the journal.</param>
    /// <exception cref="InvalidDataException">The entry alone is larger than a part may be; it cannot be divided.</exception>
    public void Write(JournalEntry entry)
    {
        if (!TryWrite(entry))
            throw new InvalidDataException($"Entry {entry.Number} alone is larger than a part may be.");
    }

    /// <returns>False when the entry alone is larger than a part may be: the documents then lack it.</returns>
    public bool TryWrite(JournalEntry entry)
    {
        if (!parts.TryAdd(entry, out var ended))
            return false;
        month.Add(entry);
        if (ended is not null)
            WritePart(ended);
        return true;
    }

    /// <returns>Every file in the order it was written; none for a month without entries, which has no books (Teknik Kılavuz 2.2).</returns>
    public IReadOnlyList<GibFile> Complete()
    {
        if (parts.Complete() is not { } last)
            return files;
        WritePart(last);
        WriteReport(last);
        return files;
    }

    private void WritePart(GibPart part)
    {
        Parts++;
        covered = GibCoverage.Of(part);
        whole = whole?.With(covered) ?? covered;
        var turnovers = new Turnovers();
        foreach (var entry in part.Entries)
            turnovers.Add(entry);
        var book = WriteJournal(part);
        WriteBerat(GibDocument.JournalBerat, part, turnovers, book);
        book = WriteLedger(part);
        WriteBerat(GibDocument.LedgerBerat, part, turnovers, book);
    }

    private GibFile WriteJournal(GibPart part)
    {
        using var document = Open(GibDocument.Journal, part.Number);
        document.Begin(part);
        var sink = new BufferSink(document.Bytes);
        foreach (var entry in part.Entries)
        {
            journal.WriteEntry(ref sink, entry, heading);
            document.FlushWhenFull();
        }

        return End(document);
    }

    private GibFile WriteLedger(GibPart part)
    {
        using var document = Open(GibDocument.Ledger, part.Number);
        document.Begin(part);
        var sink = new BufferSink(document.Bytes);
        foreach (var account in LedgerAccount.Of(part.Entries))
        {
            ledger.BeginAccount(ref sink, account.Debit, account.Credit, heading);
            foreach (var (entry, line) in account.Lines)
            {
                ledger.WriteLine(ref sink, entry, line);
                document.FlushWhenFull();
            }

            EntryXml.EndAccount(ref sink);
        }

        return End(document);
    }

    private void WriteBerat(GibDocument kind, GibPart part, Turnovers turnovers, GibFile book)
    {
        using var document = Open(kind, part.Number);
        var entries = kind == GibDocument.JournalBerat ? part.Entries.Count : (long?)null;
        document.Begin(part, new HeadSegment(entries, UuidOf(kind, part.Number), book.Bytes));
        var summary = new SummaryXml(kind, heading.Currency, document.Bytes);
        summary.Begin();
        foreach (var (account, name) in TaxAccounts)
        {
            summary.Write(account, name, turnovers.Of(account, VoucherSide.Debit), "D");
            summary.Write(account, name, turnovers.Of(account, VoucherSide.Credit), "C");
        }

        summary.End();
        files.Add(document.End(book.SignatureValue) with { Covers = covered, Rows = summary.Lines });
    }

    private void WriteReport(GibPart last)
    {
        var all = last with { Number = 0, Series = options.FirstSeries, From = FirstDay, Entries = [] };
        using var document = Open(GibDocument.Report, 0);
        document.Begin(all, new HeadSegment(Entries: null, UuidOf(GibDocument.Report, 0), BookBytes: null));
        var summary = new SummaryXml(GibDocument.Report, heading.Currency, document.Bytes);
        summary.Begin();
        foreach (var turnover in month.All)
        {
            summary.Write(turnover.Account, turnover.Name, turnover.Debit, "D", turnover.DebitLines);
            summary.Write(turnover.Account, turnover.Name, turnover.Credit, "C", turnover.CreditLines);
            document.FlushWhenFull();
        }

        summary.End();
        files.Add(document.End() with { Covers = whole, Rows = summary.Lines });
    }

    private DateOnly FirstDay => heading.Period.FirstDay > heading.FiscalYear.Start ? heading.Period.FirstDay : heading.FiscalYear.Start;

    private DocumentWriter Open(GibDocument kind, int part)
    {
        var name = NameOf(kind, part);
        return new DocumentWriter(open(name), heading, name, options.Signer);
    }

    private GibFileName NameOf(GibDocument kind, int part) => new(heading.TaxId, heading.Period, kind, part, heading.Branch?.Code);

    private string UuidOf(GibDocument kind, int part) => GibUuid.Of(options.Chain, NameOf(kind, part).Stem, heading.CreationDate);

    private GibFile End(DocumentWriter document)
    {
        var file = document.End() with { Covers = covered, Rows = covered!.Lines };
        if (file.Bytes > options.PartBytesMax)
            throw new InvalidOperationException($"{file.Name} became larger than a part may be: its size was foreseen wrongly.");
        files.Add(file);
        return file;
    }
}
