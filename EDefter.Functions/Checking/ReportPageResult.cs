using EDefter.Core.Workflow.Checking;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Checking;

/// <summary>A report on the wire: the head, a page of findings, and the path of the next page.</summary>
public sealed class ReportPageResult(OpenReport report, FindingFilter filter) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var request = context.HttpContext.Request;
        var findings = new List<ReportFinding>();
        var skip = (filter.Page - 1L) * filter.Size;
        string? next = null;
        await foreach (var finding in filter.Apply(report.Findings(context.HttpContext.RequestAborted)))
        {
            if (skip-- > 0)
                continue;
            if (findings.Count == filter.Size)
            {
                next = FindingFilter.PathOf(request, filter.Page + 1);
                break;
            }

            findings.Add(finding);
        }

        await new WireResult(ReportBody.Of(report.Head, findings, next)) { Revision = report.Head.Revision }.ExecuteResultAsync(context);
    }
}
