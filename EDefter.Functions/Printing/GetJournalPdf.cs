using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Printing;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Printing;

/// <summary>The yevmiye defteri that was printed last, itself and not a link (<c>?volume=</c>, the first when absent).</summary>
public sealed class GetJournalPdf(PrintShelf shelf)
{
    [Function(nameof(GetJournalPdf))]
    [Audited]
    [Access(Role.Accountant)]
    [Query("volume", "Which volume, from 1.")]
    [Answers("application/pdf")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/journal.pdf")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var print = await shelf.OpenJournalAsync(co, br, p, request.Query["volume"], cancellationToken);
        return print.Answer(found => new PdfResult(found));
    }
}
