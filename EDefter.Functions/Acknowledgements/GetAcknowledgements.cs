using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Acknowledging;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Acknowledgements;

/// <summary>Every acknowledgement of the book, those that no longer hold too.</summary>
public sealed class GetAcknowledgements(AcknowledgementDesk desk)
{
    [Function(nameof(GetAcknowledgements))]
    [Access(Role.Accountant)]
    [Answers(typeof(IReadOnlyList<AcknowledgementView>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/acknowledgements")] HttpRequest request, string co, string br, CancellationToken cancellationToken)
    {
        _ = request;
        return (await desk.ListAsync(co, br, cancellationToken)).Answer();
    }
}
