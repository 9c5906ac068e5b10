using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Keys;

/// <summary>Issues a key; it is told this once.</summary>
public sealed class PostKeys(KeyDesk keys)
{
    [Function(nameof(PostKeys))]
    [Access(Role.Admin)]
    [Takes(typeof(KeyBody))]
    [Answers(typeof(IssuedKey), StatusCodes.Status201Created)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/keys")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        var asked = await RequestJson.ReadAsync<KeyBody>(request, cancellationToken);
        if (asked.IsRefused)
            return new ProblemResult(asked.Refusal);
        var issued = await keys.IssueAsync(co, asked.Value.Role, asked.Value.Name, asked.Value.ExpiresOn, cancellationToken);
        return issued.Answer(key => new WireResult(key, StatusCodes.Status201Created));
    }
}
