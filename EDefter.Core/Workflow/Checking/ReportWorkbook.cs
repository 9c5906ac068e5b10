using EDefter.Core.Formats.Reports;
using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Acknowledging;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>A report as a workbook: a row per voucher with its errors beside it, then every finding, totals and coverage.</summary>
public sealed class ReportWorkbook(BookFinder books, IVoucherLog log)
{
    /// <summary>Writes the workbook synchronously into a stream that is no network: a file or memory.</summary>
    public async Task WriteAsync(OpenReport report, Stream output, CancellationToken cancellationToken)
    {
        var head = report.Head;
        var book = await books.FindAsync(head.Company, head.Branch, cancellationToken);
        if (book.IsRefused)
            throw new InvalidDataException($"The report names the unknown company {head.Company}.");
        using var workbook = new CheckReportWorkbook(output);
        await WriteVouchersAsync(workbook, book.Value, report, cancellationToken);
        await foreach (var finding in report.Findings(cancellationToken))
            workbook.Finding(finding.ToFinding(), finding.Link, finding.Acknowledged is { } said ? TextOf(said) : null);
        workbook.Complete(HeadingOf(book.Value, head), head.Totals.ToCheckTotals(), head.Coverage);
    }

    private async Task WriteVouchersAsync(CheckReportWorkbook workbook, Book book, OpenReport report, CancellationToken cancellationToken)
    {
        var head = report.Head;
        await using var findings = await VoucherFindings.OpenAsync(report, cancellationToken);
        var drawer = await log.ReadDrawerAsync(book.Id, cancellationToken);
        Write(drawer.Vouchers);
        foreach (var year in book.Company.FiscalYears.Where(year => year.Start <= head.To && head.From <= year.End))
        {
            await foreach (var day in log.ReadDaysAsync(book.Id, year, Later(head.From, year.Start), Earlier(head.To, year.End), cancellationToken))
            {
                await findings.TurnToAsync(day.Day!.Value);
                Write(day.Vouchers);
            }
        }

        void Write(IReadOnlyList<StoredVoucher> vouchers)
        {
            foreach (var stored in JournalOrder.Sorted(vouchers))
                workbook.Voucher(ReportVoucher.Of(VoucherFacts.Of(stored.Voucher)), findings.Of(stored.Voucher.Id));
        }
    }

    private static string TextOf(FindingAcknowledgement said)
    {
        var until = said.Until is { } last ? $" ({TurkishText.Date(last)} gününe kadar)" : string.Empty;
        return $"{said.By}, {TurkishText.Date(TurkishDay.Of(said.At))}: {said.Note}{until}";
    }

    private static DateOnly Later(DateOnly left, DateOnly right) => left > right ? left : right;

    private static DateOnly Earlier(DateOnly left, DateOnly right) => left < right ? left : right;

    private static ReportHeading HeadingOf(Book book, CheckReport head)
    {
        var branch = book.Company.Branches.FirstOrDefault(candidate => string.Equals(candidate.Code, book.Branch, StringComparison.Ordinal))?.Name;
        return new ReportHeading(
            book.Company.Title ?? book.Company.PersonName ?? book.Company.Id,
            branch is null ? book.Branch : $"{book.Branch} {branch}",
            head.Period is { } period ? TurkishText.Month(period) : $"{TurkishText.Date(head.From)} – {TurkishText.Date(head.To)}",
            $"{TurkishText.Date(TurkishDay.Of(head.CheckedAt))} {TurkishDay.TimeOf(head.CheckedAt)}",
            head.RulePack);
    }
}
