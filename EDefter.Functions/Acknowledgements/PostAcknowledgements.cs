using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Acknowledging;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Acknowledgements;

/// <summary>Lets a warning stand, with a reason and a name; needs no new check.</summary>
public sealed class PostAcknowledgements(AcknowledgementDesk desk)
{
    [Function(nameof(PostAcknowledgements))]
    [Access(Role.Accountant)]
    [Takes(typeof(AcknowledgementBody))]
    [Answers(typeof(AcknowledgementView), StatusCodes.Status201Created)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/acknowledgements")] HttpRequest request, string co, string br, CancellationToken cancellationToken)
    {
        var body = await RequestJson.ReadAsync<AcknowledgementBody>(request, cancellationToken);
        if (body.IsRefused)
            return new ProblemResult(body.Refusal);
        var asked = new AcknowledgementRequest(body.Value.Rule, body.Value.VoucherId, body.Value.Line, body.Value.Period, body.Value.Note, body.Value.Until);
        var said = await desk.SayAsync(co, br, asked, request.Actor(body.Value.By ?? string.Empty), cancellationToken);
        return said.Answer(view => new WireResult(view, StatusCodes.Status201Created));
    }
}
