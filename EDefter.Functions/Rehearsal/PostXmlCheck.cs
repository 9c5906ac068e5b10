using EDefter.Core.Reading;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Rehearsal;

/// <summary>
/// Checks e-Defter files that anybody made: a document under its official name (in <c>Content-Disposition</c>, or <c>?name=</c>), the ZIP of a part, or of a whole month's folder.
/// Nothing of it is stored. The report is JSON, or a workbook (<c>?format=xlsx</c>, or its type in Accept).
/// </summary>
public sealed class PostXmlCheck(GibUploadLimits limits, ISchemaJudge schemas)
{
    [Function(nameof(PostXmlCheck))]
    [Unaudited("it judges what was sent and keeps nothing")]
    [Access(Role.Accountant, Role.Integrator)]
    [Takes("application/octet-stream")]
    [Query("name", "The official file name of a single document; better in the header Content-Disposition, for it holds a tax number and addresses are logged.")]
    [Answers(typeof(GibCheckReport))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/xml/check")] HttpRequest request, CancellationToken cancellationToken)
    {
        var file = await RequestBody.BufferAsync(request, cancellationToken);
        if (file.IsRefused)
            return new ProblemResult(file.Refusal);
        await using var upload = file.Value;
        var report = Check(upload, request.FileName());
        return GibReportWorkbookResult.IsAsked(request) ? report.Answer(found => new GibReportWorkbookResult(found)) : report.Answer();
    }

    private Outcome<GibCheckReport> Check(Stream upload, string? name)
    {
        try
        {
            var report = GibUploadCheck.Run(upload, name, limits, schemas);
            return report.Documents.Count > 0 ? report : Refusals.NoGibDocument();
        }
        catch (BodyTooLargeException exception)
        {
            return Refusals.TooLarge(exception.Message);
        }
        catch (InvalidDataException)
        {
            return Refusals.BrokenGibZip();
        }
    }
}
