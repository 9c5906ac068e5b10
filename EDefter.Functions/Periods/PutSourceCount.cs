using EDefter.Core.Rules;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Periods;

/// <summary>How many vouchers and lines the ERP has for the month (KON002); the latest wins.</summary>
public sealed class PutSourceCount(SourceCounts counts)
{
    [Function(nameof(PutSourceCount))]
    [Access(Role.Erp, Role.Accountant)]
    [Takes(typeof(SourceCountBody))]
    [Answers(typeof(SourceCount))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/companies/{co}/{br}/periods/{p}/source-count")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken) =>
        RequestJson.AnswerAsync<SourceCountBody>(request, async given => (await counts.SetAsync(co, br, p, given.Vouchers, given.Lines, cancellationToken)).Answer(), cancellationToken);
}
