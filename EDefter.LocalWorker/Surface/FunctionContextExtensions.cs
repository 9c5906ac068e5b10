using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>ASP.NET Core's view of an HTTP invocation.</summary>
public static class FunctionContextExtensions
{
    // The key under which the real extension keeps the request, so that code which looks there finds it here too.
    internal const string HttpContextKey = "HttpRequestContext";

    /// <summary>The request's context; null when the function was not started by HTTP.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpContextKey, out var value) ? value as HttpContext : null;
}
