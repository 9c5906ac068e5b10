using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Rehearsing;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Rehearsal;

/// <summary>The report of the month's last rehearsal (<c>?format=json|xlsx</c>).</summary>
public sealed class GetRehearsal(RehearsalShelf shelf)
{
    [Function(nameof(GetRehearsal))]
    [Unaudited("its reader looks at it all day, as a page or as a workbook")]
    [Access(Role.Accountant)]
    [Query("format", "xlsx for the workbook.")]
    [Answers(typeof(RehearsalReport))]
    [Answers("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/rehearsal")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var report = await shelf.OpenAsync(co, br, p, cancellationToken);
        return report.Answer(found => request.Query["format"] == "xlsx" ? new RehearsalWorkbookResult(found) : new WireResult(found));
    }
}
