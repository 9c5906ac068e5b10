using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Keys;

/// <summary>A new key in place of another, told this once; the old one stays good for a while beside it.</summary>
public sealed class PostKeyRotate(KeyDesk keys)
{
    [Function(nameof(PostKeyRotate))]
    [Access(Role.Admin)]
    [Takes(typeof(KeyRotateBody))]
    [Answers(typeof(IssuedKey), StatusCodes.Status201Created)]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/keys/{id}/rotate")] HttpRequest request, string co, string id, CancellationToken cancellationToken) =>
        RequestJson.AnswerAsync<KeyRotateBody>(request, async asked => (await keys.RotateAsync(co, id, asked.OverlapHours, asked.ExpiresOn, cancellationToken)).AnswerCreated(), cancellationToken);
}
