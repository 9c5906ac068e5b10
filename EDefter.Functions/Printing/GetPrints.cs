using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Printing;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Printing;

/// <summary>The prints that were ever made of the month's books, the last one last.</summary>
public sealed class GetPrints(PrintShelf shelf)
{
    [Function(nameof(GetPrints))]
    [Unaudited("the list has no links")]
    [Access(Role.Accountant)]
    [Answers(typeof(IReadOnlyList<PrintView>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/prints")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        return (await shelf.ListAsync(co, br, p, cancellationToken)).Answer();
    }
}
