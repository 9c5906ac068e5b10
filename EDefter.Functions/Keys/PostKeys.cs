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
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/keys")] HttpRequest request, string co, CancellationToken cancellationToken) =>
        RequestJson.AnswerAsync<KeyBody>(request, async asked => (await keys.IssueAsync(co, asked.Role, asked.Name, asked.ExpiresOn, cancellationToken)).AnswerCreated(), cancellationToken);
}
