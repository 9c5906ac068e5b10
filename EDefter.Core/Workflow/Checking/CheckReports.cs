using System.Runtime.CompilerServices;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Finds the reports that checks left behind.</summary>
public sealed class CheckReports(BookFinder books, MonthFinder months, RangeCheck rangeCheck, IBlobs blobs)
{
    /// <summary>The report of the month's last check, also when the month changed since: its revision says so.</summary>
    public async Task<Outcome<OpenReport>> OpenMonthAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        if (!Period.TryParse(period, out var asked))
            return Refusals.InvalidPeriod(period);
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        if (MonthFinder.YearOf(book.Value.Company, asked) is null)
            return await OpenAsync(await rangeCheck.NameAsync(book.Value, asked.FirstDay, asked.LastDay, cancellationToken), TurkishText.Month(asked), cancellationToken);
        var month = await months.FindAsync(book.Value, asked, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        return month.Value.Head.Check is { } check
            ? await OpenAsync(new ReportName(check.Report), TurkishText.Month(asked), cancellationToken)
            : Refusals.NotChecked(TurkishText.Month(asked));
    }

    public async Task<Outcome<OpenReport>> OpenRangeAsync(string company, string branch, string? from, string? to, CancellationToken cancellationToken)
    {
        if (!CheckDesk.TryReadRange(from, to, out var first, out var last))
            return Refusals.InvalidRange(from ?? string.Empty, to ?? string.Empty);
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        return await OpenAsync(await rangeCheck.NameAsync(book.Value, first, last, cancellationToken), $"{TurkishText.Date(first)} – {TurkishText.Date(last)}", cancellationToken);
    }

    private async Task<Outcome<OpenReport>> OpenAsync(ReportName name, string what, CancellationToken cancellationToken)
    {
        await using var head = await blobs.OpenAsync(BlobArea.Reports, name.Head, cancellationToken);
        if (head is null)
            return Refusals.NotChecked(what);
        var report = await JsonSerializer.DeserializeAsync<CheckReport>(head, WireJson.Options, cancellationToken)
            ?? throw new InvalidDataException($"The report {name.Head} is empty.");
        return new OpenReport(report, token => ReadFindingsAsync(report, token));
    }

    private async IAsyncEnumerable<ReportFinding> ReadFindingsAsync(CheckReport report, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Reports, report.FindingsBlob ?? string.Empty, cancellationToken)
            ?? throw new InvalidDataException($"The findings {report.FindingsBlob} are missing.");
        await foreach (var finding in FindingsFile.ReadAsync(blob, cancellationToken))
            yield return finding;
    }
}
