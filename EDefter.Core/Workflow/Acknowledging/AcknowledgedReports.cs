using System.Runtime.CompilerServices;
using System.Text.Json;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Acknowledging;

/// <summary>
/// Reports as they are read: what was acknowledged since the check is joined to the findings and counted. The findings are read through for the
/// counts only where a warning was found and an acknowledgement holds.
/// </summary>
public sealed class AcknowledgedReports(AcknowledgementJudge judge, IBlobs blobs)
{
    /// <returns>Null when there is no such report.</returns>
    public async Task<OpenReport?> OpenAsync(Book book, ReportName name, CancellationToken cancellationToken)
    {
        await using var head = await blobs.OpenAsync(BlobArea.Reports, name.Head, cancellationToken);
        if (head is null)
            return null;
        var report = await JsonSerializer.DeserializeAsync<CheckReport>(head, WireJson.Options, cancellationToken)
            ?? throw new InvalidDataException($"The report {name.Head} is empty.");
        var standing = await judge.StandingAsync(book, cancellationToken);
        return new OpenReport(await CountAsync(report, standing, cancellationToken), token => ReadAsync(report, standing, token));
    }

    /// <summary>The report with its acknowledged warnings counted.</summary>
    public async Task<CheckReport> CountAsync(Book book, CheckReport report, CancellationToken cancellationToken) =>
        report.Counts.Warning == 0 ? report : await CountAsync(report, await judge.StandingAsync(book, cancellationToken), cancellationToken);

    /// <summary>How many warnings of the month's last check are acknowledged.</summary>
    public async Task<long> CountAsync(CheckStamp check, StandingAcknowledgements standing, CancellationToken cancellationToken)
    {
        if (check.Warnings == 0 || standing.IsEmpty)
            return 0;
        await using var head = await blobs.OpenAsync(BlobArea.Reports, new ReportName(check.Report).Head, cancellationToken) ?? throw new InvalidDataException($"The report {check.Report} is missing.");
        var report = await JsonSerializer.DeserializeAsync<CheckReport>(head, WireJson.Options, cancellationToken) ?? throw new InvalidDataException($"The report {check.Report} is empty.");
        return (await CountAsync(report, standing, cancellationToken)).Counts.Acknowledged;
    }

    private async Task<CheckReport> CountAsync(CheckReport report, StandingAcknowledgements standing, CancellationToken cancellationToken)
    {
        if (report.Counts.Warning == 0 || standing.IsEmpty)
            return report;
        var byRule = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var finding in ReadAsync(report, standing, cancellationToken))
        {
            if (finding.Acknowledged is not null)
                byRule[finding.Rule] = byRule.GetValueOrDefault(finding.Rule) + 1;
        }

        return report with
        {
            Counts = report.Counts with { Acknowledged = byRule.Values.Sum(count => (long)count) },
            Coverage = [.. report.Coverage.Select(rule => rule with { Acknowledged = byRule.GetValueOrDefault(rule.Rule) })],
        };
    }

    private async IAsyncEnumerable<ReportFinding> ReadAsync(CheckReport report, StandingAcknowledgements standing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Reports, report.FindingsBlob ?? string.Empty, cancellationToken)
            ?? throw new InvalidDataException($"The findings {report.FindingsBlob} are missing.");
        await foreach (var finding in FindingsFile.ReadAsync(blob, cancellationToken))
            yield return standing.IsEmpty ? finding : finding with { Acknowledged = standing.Find(finding, report.Period) };
    }
}
