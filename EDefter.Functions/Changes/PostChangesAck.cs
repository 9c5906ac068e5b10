using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Changes;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Changes;

/// <summary>The ERP says what it has carried out: everything up to a place, or change by change.</summary>
public sealed class PostChangesAck(FeedAcknowledgement acknowledgement)
{
    [Function(nameof(PostChangesAck))]
    [Access(Role.Erp)]
    [Takes(typeof(ChangesAckBody))]
    [Answers(typeof(ChangesAckResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/changes/ack")] HttpRequest request, string co, string br, CancellationToken cancellationToken)
    {
        var body = await RequestJson.ReadAsync<ChangesAckBody>(request, cancellationToken);
        if (body.IsRefused)
            return new ProblemResult(body.Refusal);
        var stands = await acknowledgement.SayAsync(co, br, body.Value.UpToText, body.Value.Items, request.Actor(), cancellationToken);
        return stands.Answer(cursor => new WireResult(new ChangesAckResult(cursor.ToString())));
    }
}
