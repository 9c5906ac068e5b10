using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Profiles;

/// <summary>Shows the first rows of a month in a profile, which may be unsaved.</summary>
public sealed class PostProfilePreview(ProfilePreview preview)
{
    [Function(nameof(PostProfilePreview))]
    [Unaudited("it shows the beginning of a month and keeps nothing")]
    [Access(Role.Accountant)]
    [Takes(typeof(PreviewBody))]
    [Answers(typeof(ProfilePreviewResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/profiles/preview")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var asked = await RequestJson.ReadAsync<PreviewBody>(request, cancellationToken);
        if (asked.IsRefused)
            return new ProblemResult(asked.Refusal);
        return (await preview.ShowAsync(co, br, p, asked.Value.Profile, asked.Value.Rows, cancellationToken)).Answer();
    }
}
