using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Printing;
using EDefter.Core.Workflow.Register;
using EDefter.Core.Workflow.Repairing;
using Microsoft.Extensions.DependencyInjection;

namespace EDefter.Tests.Invariants;

/// <summary>
/// What a fiscal year's book says now, one sentence a line, without who did it when: live vouchers, heads, numbers, findings, repair runs,
/// archives with the bytes of their ZIPs, prints, the trail and the chart. Two books with the same lines are the same book.
/// </summary>
internal static class BookState
{
    // Who, when, and names of blobs that carry the version of a row that was read: a chart that is put a second time has another one.
    private static readonly string[] Aside = ["at", "checkedAt", "by", "asked", "zip", "manifest", "companySnapshot", "chartSnapshot", "basis", "report", "asOf", "findingsBlob"];

    public static async Task<IReadOnlyList<string>> ReadAsync(IServiceProvider services, string company, FiscalYear year, CancellationToken cancellationToken)
    {
        var log = services.GetRequiredService<IVoucherLog>();
        var book = new BookId(company, Branch.HeadOffice);
        var lines = new List<string>();
        foreach (var voucher in await LiveAsync(services, company, year, cancellationToken))
            lines.Add("voucher " + Encoding.UTF8.GetString(VoucherJsonWriter.ToBytes(voucher)));
        foreach (var (period, head) in (await log.ReadHeadsAsync(book, year, cancellationToken)).OrderBy(pair => pair.Key))
        {
            lines.Add($"head {period} {Stripped(head)}");
            await AddReportAsync(services, company, period, lines, cancellationToken);
            await AddNumbersAsync(services, company, period, lines, cancellationToken);
            await AddArchivesAsync(services, company, period, lines, cancellationToken);
            await AddPrintsAsync(services, company, period, lines, cancellationToken);
            foreach (var run in (await services.GetRequiredService<RepairRuns>().ListAsync(company, Branch.HeadOffice, period.ToString(), cancellationToken)).Value!.OrderBy(run => run.Revision))
                lines.Add("run " + Stripped(run));
        }

        await foreach (var commit in log.ReadCommitsAsync(book, year, after: 0, cancellationToken))
            lines.Add($"commit {commit.Kind} {string.Join(',', commit.Periods)} {commit.Vouchers} {commit.Tombstones}");
        foreach (var account in (await services.GetRequiredService<CompanyRegister>().FindChartAsync(company, cancellationToken)).Value?.Accounts ?? [])
            lines.Add("account " + account);
        return lines;
    }

    /// <summary>The year's live vouchers and the drawer's, in order of ids.</summary>
    public static async Task<IReadOnlyList<Voucher>> LiveAsync(IServiceProvider services, string company, FiscalYear year, CancellationToken cancellationToken)
    {
        var log = services.GetRequiredService<IVoucherLog>();
        var book = new BookId(company, Branch.HeadOffice);
        var live = new List<Voucher>();
        await foreach (var day in log.ReadDaysAsync(book, year, year.Start, year.End, cancellationToken))
            live.AddRange(day.Vouchers.Select(stored => stored.Voucher));
        live.AddRange((await log.ReadDrawerAsync(book, cancellationToken)).Vouchers.Select(stored => stored.Voucher));
        return [.. live.OrderBy(voucher => voucher.Id, StringComparer.Ordinal)];
    }

    /// <summary>The months' numbers by voucher: who got which madde no and satır no.</summary>
    public static async Task<IReadOnlyList<NumberFeedItem>> NumbersAsync(IServiceProvider services, string company, string period, CancellationToken cancellationToken)
    {
        var feed = await services.GetRequiredService<NumberFeed>().OpenAsync(company, Branch.HeadOffice, period, cancellationToken);
        return feed.IsRefused ? [] : await feed.Value.Items.ToListAsync(cancellationToken);
    }

    /// <summary>What a failed comparison shows: the first lines that only one of the books has.</summary>
    public static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        var missing = expected.Except(actual, StringComparer.Ordinal).Take(3).Select(line => "- " + line);
        var added = actual.Except(expected, StringComparer.Ordinal).Take(3).Select(line => "+ " + line);
        return $"{expected.Count} lines, {actual.Count} now\n{string.Join('\n', missing.Concat(added))}";
    }

    private static async Task AddReportAsync(IServiceProvider services, string company, Period period, List<string> lines, CancellationToken cancellationToken)
    {
        var report = await services.GetRequiredService<CheckReports>().OpenMonthAsync(company, Branch.HeadOffice, period.ToString(), cancellationToken);
        if (report.IsRefused)
            return;
        lines.Add("report " + Stripped(report.Value.Head));
        await foreach (var finding in report.Value.Findings(cancellationToken))
            lines.Add("finding " + WireJson.Write(finding));
    }

    private static async Task AddNumbersAsync(IServiceProvider services, string company, Period period, List<string> lines, CancellationToken cancellationToken)
    {
        foreach (var item in await NumbersAsync(services, company, period.ToString(), cancellationToken))
            lines.Add("number " + WireJson.Write(item));
    }

    private static async Task AddArchivesAsync(IServiceProvider services, string company, Period period, List<string> lines, CancellationToken cancellationToken)
    {
        var shelf = services.GetRequiredService<ArchiveShelf>();
        foreach (var view in (await shelf.ListAsync(company, Branch.HeadOffice, period.ToString(), cancellationToken)).Value!.OrderBy(view => view.Id, StringComparer.Ordinal))
            lines.Add($"archive {view.Id} {view.Profile} {view.File} {view.Bytes} {view.Sha256} {view.Content} {view.Current}");
    }

    // The id of a print, and with it the identity inside a PDF, follows from the version of the chart that was read; its pages do not.
    private static async Task AddPrintsAsync(IServiceProvider services, string company, Period period, List<string> lines, CancellationToken cancellationToken)
    {
        var prints = (await services.GetRequiredService<PrintShelf>().ListAsync(company, Branch.HeadOffice, period.ToString(), cancellationToken)).Value!;
        foreach (var print in prints.OrderBy(print => print.Book, StringComparer.Ordinal))
            lines.Add($"print {print.Book} {print.Format} {print.FirstPage} {print.LastPage} {print.Current} {string.Join(' ', print.Files.Select(file => $"{file.File} {file.Bytes} {file.Pages}"))}");
    }

    private static string Stripped<T>(T value)
    {
        var node = JsonSerializer.SerializeToNode(value, WireJson.Options)!;
        Strip(node);
        return node.ToJsonString(WireJson.Options);
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                Strip(item);
        }

        if (node is not JsonObject members)
            return;
        foreach (var name in Aside)
            members.Remove(name);
        foreach (var (_, member) in members)
            Strip(member);
    }
}
