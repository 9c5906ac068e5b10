using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Tests.Live;

/// <summary>A planted fault: somebody wrote a function and forgot to say who may call it.</summary>
public sealed class UndeclaredFunction
{
    [Function(nameof(UndeclaredFunction))]
    public IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/undeclared")] HttpRequest request) => new OkObjectResult(request.Path.Value);
}
