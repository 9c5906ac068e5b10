using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Acknowledging;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Acknowledgements;

/// <summary>Takes an acknowledgement back; it stays in the list. The name stands in the body, or in <c>?by=</c> for callers that can send none with DELETE: addresses are logged.</summary>
public sealed class DeleteAcknowledgement(AcknowledgementDesk desk)
{
    [Function(nameof(DeleteAcknowledgement))]
    [Access(Role.Accountant)]
    [Takes(typeof(ActBody))]
    [Query("by", "Who takes it back, where the call cannot have a body; a name is better kept out of addresses, which are logged.")]
    [Answers(typeof(AcknowledgementView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/companies/{co}/{br}/acknowledgements/{id}")] HttpRequest request, string co, string br, string id, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<ActBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        return (await desk.WithdrawAsync(co, br, id, request.Actor(act.Value.By ?? request.Query["by"].ToString()), cancellationToken)).Answer();
    }
}
