using EDefter.LocalWorker.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EDefter.LocalWorker.Http;

/// <summary>
/// The Azure host's limit of a request body. The worker's own limit (Kestrel's, 30 MB unless the program raises it) stays where it is lower.
/// Whoever reads beyond it gets a <see cref="BadHttpRequestException"/> with status 413.
/// </summary>
internal static class RequestLimit
{
    public static Task ApplyAsync(HttpContext http, RequestDelegate next)
    {
        var most = http.RequestServices.GetRequiredService<IOptions<LocalWorkerOptions>>().Value.RequestBodyMax;
        var limit = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is { IsReadOnly: false } && (limit.MaxRequestBodySize is null || limit.MaxRequestBodySize > most))
            limit.MaxRequestBodySize = most;
        return next(http);
    }
}
