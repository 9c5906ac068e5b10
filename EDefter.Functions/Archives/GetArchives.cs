using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Archiving;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Archives;

/// <summary>The archives that were ever made of the month, oldest first.</summary>
public sealed class GetArchives(ArchiveShelf shelf)
{
    [Function(nameof(GetArchives))]
    [Unaudited("the list has no links")]
    [Access(Role.Accountant, Role.Integrator)]
    [Answers(typeof(IReadOnlyList<ArchiveView>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/archives")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var list = await shelf.ListAsync(co, br, p, cancellationToken);
        return list.Answer(found => new WireResult(found));
    }
}
