using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace EDefter.LocalWorker.Http;

/// <summary>Chooses functions by their methods as the Azure host does: a wrong method is simply not found (404), never 405.</summary>
internal sealed class MethodMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 0;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<FunctionMethods>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            var methods = candidates[index].Endpoint.Metadata.GetMetadata<FunctionMethods>();
            if (methods is not null && !methods.Allow(httpContext.Request.Method))
                candidates.SetValidity(index, value: false);
        }

        return Task.CompletedTask;
    }
}
