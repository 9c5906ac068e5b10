using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Keys;

/// <summary>The keys of a company: id, role, name, last use, how long they are good; never the key.</summary>
public sealed class GetKeys(KeyDesk keys, TimeProvider clock)
{
    [Function(nameof(GetKeys))]
    [Access(Role.Admin)]
    [Answers(typeof(IReadOnlyList<KeyListItem>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/keys")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        var found = await keys.ListAsync(co, cancellationToken);
        if (found.IsRefused)
            return new ProblemResult(found.Refusal);
        var list = new List<KeyListItem>();
        await foreach (var key in found.Value)
            list.Add(KeyListItem.Of(key, clock.GetUtcNow()));
        return new WireResult(list);
    }
}
