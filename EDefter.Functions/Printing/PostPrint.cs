using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Printing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Printing;

/// <summary>Prints a book of a numbered month, as PDF or as a workbook: a job.</summary>
public sealed class PostPrint(PrintDesk desk, JobReply reply)
{
    [Function(nameof(PostPrint))]
    [Access(Role.Accountant)]
    [Takes(typeof(PrintBody))]
    [AnswersJob(typeof(PrintView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/print")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<PrintBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        var body = act.Value;
        var job = await desk.AskAsync(co, br, p, body.Book, body.Format, body.FirstPage, request.Actor(body.By ?? string.Empty), request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
