using System.Globalization;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Auditing;

/// <summary>The calls of audit trails, a company's and the house's, which ask for the same things.</summary>
internal static class AuditRequest
{
    private const string ExportFormat = "ndjson";

    /// <summary>A page (<c>?after=&amp;limit=</c>), or with <c>?format=ndjson</c> everything behind <c>after</c>, a record a line, to the letter.</summary>
    public static async Task<IActionResult> ReadAsync(AuditDesk desk, HttpRequest request, string? company, CancellationToken cancellationToken)
    {
        var after = long.TryParse(request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : 0;
        string? format = request.Query["format"];
        if (format == ExportFormat)
            return (await desk.OpenAsync(company, after, cancellationToken)).Answer(lines => new AuditExportResult(lines));
        if (!string.IsNullOrEmpty(format))
            return new ProblemResult(Refusals.InvalidFilter("format", format, ExportFormat));
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, AuditDesk.LimitMost) : AuditDesk.LimitDefault;
        return (await desk.PageAsync(company, after, limit, cancellationToken)).Answer(page => new WireResult(AuditPageBody.Of(page, request, limit)));
    }

    /// <summary>Recomputes the trail; <c>?sequence=&amp;hash=</c> names a place that was noted elsewhere.</summary>
    public static async Task<IActionResult> VerifyAsync(AuditDesk desk, HttpRequest request, string? company, CancellationToken cancellationToken)
    {
        string? sequence = request.Query["sequence"];
        string? hash = request.Query["hash"];
        AuditHead? noted = null;
        if (!string.IsNullOrEmpty(sequence) || !string.IsNullOrEmpty(hash))
        {
            if (!long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1 || hash is not { Length: 64 } || !hash.All(char.IsAsciiHexDigit))
                return new ProblemResult(Refusals.UnreadableAnchor());
            noted = new AuditHead(place, Convert.ToHexStringLower(Convert.FromHexString(hash)));
        }

        return (await desk.VerifyAsync(company, noted, cancellationToken)).Answer();
    }
}
