using EDefter.Core.Formats;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Rehearsing;

/// <summary>Reads a month, renders and judges it; stores nothing.</summary>
public sealed class MonthRehearsal(NumberGuard guard, NumberedJournal numbered, ProvisionalJournal provisional, ISchemaJudge schemas, IScratch scratch, TimeProvider clock)
{
    private const int LeftOutMax = 100;

    // The authority checks the files with the program's own name in them: a rehearsal is made under the product's.
    private const string Creator = FormatVersion.Software;

    public async Task<Outcome<RehearsalReport>> RunAsync(BookMonth month, RehearsalSettings settings, JobProgress progress, CancellationToken cancellationToken)
    {
        var stamp = month.Head.Numbering;
        if (stamp is not null && await guard.LookAsync(month, month.Period, cancellationToken) is { } broken)
            return broken;
        var leftOut = new List<LeftOutVoucher>();
        var leftOutCount = 0L;
        var days = stamp is null ? provisional.ReadDaysAsync(month, LeaveOut, cancellationToken) : numbered.ReadDaysAsync(month, cancellationToken);
        var draft = settings.Draft;
        var heading = GibHeading.Of(month.Book.Company, month.Book.Id, month.Year, month.Period, draft.CreationDate!.Value, Creator);
        var options = new GibBookOptions { FirstSeries = draft.FirstSeries!.Value, Chain = stamp?.Numbers.Chain ?? "provisional", PartBytesMax = draft.PartBytesMax, LastDaysOfParts = draft.LastDaysOfParts };
        using var rehearsal = new GibRehearsal(heading, options, schemas, scratch.Create);
        var done = await WriteAsync(days, rehearsal, month.Head.Vouchers, progress, cancellationToken);
        if (done + leftOutCount == 0)
            return Refusals.NothingToRehearse(month.Period);
        await progress.ReportAsync("Kurallar sorgulanıyor", done, month.Head.Vouchers, cancellationToken);
        var result = rehearsal.Complete();
        return Report(month, settings, rehearsal, result) with { LeftOut = leftOut, LeftOutCount = leftOutCount, Clean = result.Check.IsClean && result.UnwritableCount + leftOutCount == 0 };

        void LeaveOut(Rules.VoucherFacts facts)
        {
            leftOutCount++;
            if (leftOut.Count < LeftOutMax)
                leftOut.Add(new LeftOutVoucher(facts.Voucher.Id, facts.Voucher.Number, LinkOf(month, facts.Voucher.Id)));
        }
    }

    private static async Task<long> WriteAsync(IAsyncEnumerable<IReadOnlyList<JournalEntry>> days, GibRehearsal rehearsal, long total, JobProgress progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        await foreach (var day in days)
        {
            foreach (var entry in day)
                rehearsal.Write(entry);
            done += day.Count;
            await progress.ReportAsync("Ayın provası yapılıyor", done, total, cancellationToken);
        }

        return done;
    }

    private RehearsalReport Report(BookMonth month, RehearsalSettings settings, GibRehearsal rehearsal, GibRehearsalResult result) => new()
    {
        Company = month.Book.Company.Id,
        Branch = month.Book.Branch,
        Period = month.Period,
        Revision = month.Head.Revision,
        Numbered = month.Head.Numbering is not null,
        Clean = false,
        CreationDate = settings.Draft.CreationDate!.Value,
        FirstSeries = settings.Draft.FirstSeries!.Value,
        Parts = result.Parts,
        Entries = result.Entries,
        Remarks = [.. settings.Remarks, "İmza sorgulanmadı: prova, imzasız belgelerle yapılır. İmza ancak mali mühür ya da elektronik imza ile atıldıktan sonra denetlenebilir."],
        NotAsked = GibRehearsal.NotAsked,
        Schema = result.Check.Schema,
        Documents = [.. result.Check.Documents.Select(document => new RehearsedDocument(document.File, document.Document, document.Entries, document.Lines, document.Xsd, document.Asserts, document.FindingCount, document.Counts))],
        FindingCount = result.Check.Documents.Sum(document => document.FindingCount),
        Findings = [.. result.Check.Documents.SelectMany(document => document.Findings.Select(finding => FindingOf(month, rehearsal, document.File, finding)))],
        Unwritable = result.Unwritable,
        UnwritableCount = result.UnwritableCount,
        LeftOut = [],
        LeftOutCount = 0,
        RehearsedAt = clock.GetUtcNow(),
    };

    private static RehearsalFinding FindingOf(BookMonth month, GibRehearsal rehearsal, string document, GibFinding finding)
    {
        var voucher = rehearsal.VoucherOf(finding.Place.EntryNumber);
        return new RehearsalFinding
        {
            Document = document,
            Assert = finding.Assert,
            Entry = finding.Place.EntryNumber,
            Line = finding.Place.LineNumber,
            VoucherId = voucher?.Id,
            VoucherNumber = voucher?.Number ?? finding.Place.VoucherNumber,
            Account = finding.Place.Account,
            Element = finding.Place.Element,
            XmlLine = finding.Place.XmlLine,
            Message = finding.Message,
            Remedy = finding.Remedy,
            Link = voucher is { } found ? LinkOf(month, found.Id) : null,
        };
    }

    // A part of a divided voucher ("344541#2") is in the ERP under the whole voucher's id.
    private static string? LinkOf(BookMonth month, string entryId) =>
        month.Book.Company.Link?.Replace("{voucherId}", Uri.EscapeDataString(entryId.Split('#')[0]), StringComparison.Ordinal);
}
