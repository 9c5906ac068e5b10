using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Repairs;

/// <summary>One repair run with its plan, page by page (<c>?page=&amp;size=&amp;rule=</c>), or whole as a workbook (<c>?format=xlsx</c>).</summary>
public sealed class GetRepair(RepairRuns runs, RepairWorkbook workbook)
{
    [Function(nameof(GetRepair))]
    [Unaudited("its reader looks at it all day, as a page or as a workbook")]
    [Access(Role.Accountant)]
    [Query("page", "From 1.")]
    [Query("size", "Items of a page.")]
    [Query("rule", "Only changes of this rule.")]
    [Query("format", "xlsx for the workbook.")]
    [Answers(typeof(RepairRunView))]
    [Answers("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/repairs/{run}")] HttpRequest request, string co, string br, string p, string run, CancellationToken cancellationToken)
    {
        return string.Equals(request.Query["format"], "xlsx", StringComparison.Ordinal)
            ? new RepairWorkbookResult(workbook, co, br, p, run)
            : RepairPage.Answer(request, await runs.FindAsync(co, br, p, run, cancellationToken), request.Path);
    }
}
