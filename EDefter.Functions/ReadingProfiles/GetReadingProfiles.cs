using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Profiles;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.ReadingProfiles;

/// <summary>The ways of reading tables: the product's and the company's own.</summary>
public sealed class GetReadingProfiles(ReadingProfileRegister profiles)
{
    [Function(nameof(GetReadingProfiles))]
    [Access(Role.Erp, Role.Accountant)]
    [Answers(typeof(IReadOnlyList<ReadingProfileView>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/reading-profiles")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        return (await profiles.ListAsync(co, cancellationToken)).Answer();
    }
}
