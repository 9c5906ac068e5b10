using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Repairs;

/// <summary>The month's repair runs, who and when; nothing is ever deleted from it.</summary>
public sealed class GetRepairs(RepairRuns runs)
{
    [Function(nameof(GetRepairs))]
    [Access(Role.Accountant)]
    [Answers(typeof(IReadOnlyList<RepairRun>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/repairs")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var list = await runs.ListAsync(co, br, p, cancellationToken);
        return list.Answer(found => new WireResult(found));
    }
}
