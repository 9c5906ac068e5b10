using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Archiving;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Archives;

/// <summary>One archive with its manifest and a time-limited, read-only link.</summary>
public sealed class GetArchive(ArchiveShelf shelf)
{
    [Function(nameof(GetArchive))]
    [Audited]
    [Access(Role.Accountant, Role.Integrator)]
    [Answers(typeof(ArchiveView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/archives/{id}")] HttpRequest request, string co, string br, string p, string id, CancellationToken cancellationToken)
    {
        return (await shelf.FindAsync(co, br, p, id, cancellationToken)).Answer();
    }
}
