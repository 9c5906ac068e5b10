using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Repairs;

/// <summary>One repair run with its plan.</summary>
public sealed class GetRepair(RepairRuns runs)
{
    [Function(nameof(GetRepair))]
    [Access(Role.Accountant)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "companies/{co}/{br}/periods/{p}/repairs/{run}")] HttpRequest request, string co, string br, string p, string run, CancellationToken cancellationToken)
    {
        return (await runs.FindAsync(co, br, p, run, cancellationToken)).Answer();
    }
}
