using EDefter.Functions.Gate;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Screen;

/// <summary>The bookkeeper's web console: a page and its few files, the same for everybody. What they show comes from the calls, by the reader's own key.</summary>
public sealed class GetScreen(ScreenFiles files, ScreenPolicy policy)
{
    [Function(nameof(GetScreen))]
    [Public]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{file?}")] HttpRequest request, string? file)
    {
        _ = request;
        return files.Find(file) is { } found ? new ScreenFileResult(found, policy.Header) : new NotFoundResult();
    }
}
