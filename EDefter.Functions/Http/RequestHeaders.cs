using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace EDefter.Functions.Http;

/// <summary>What a request says beside its body.</summary>
public static class RequestHeaders
{
    private const int WaitSecondsMost = 25;

    public static string? IdempotencyKey(this HttpRequest request) => request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;

    /// <summary>
    /// The name of the file that the body is: of <c>Content-Disposition</c>, else of <c>?name=</c>; null when neither tells it. Official names begin with a tax number, and an address
    /// is written down by whatever stands between caller and program.
    /// </summary>
    public static string? FileName(this HttpRequest request)
    {
        var told = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var header) ? header : null;
        var name = told?.FileNameStar.Value ?? HeaderUtilities.RemoveQuotes(told?.FileName ?? default).Value;
        return new[] { name, request.Query["name"].ToString() }.FirstOrDefault(text => !string.IsNullOrEmpty(text));
    }

    /// <summary>The revision that <c>If-Match</c> names; null when absent, or <c>*</c>, which every revision matches.</summary>
    public static long? IfMatch(this HttpRequest request) =>
        long.TryParse(request.Headers.IfMatch.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;

    /// <summary>A condition that names no revision: it can only fail, and must not be taken for none.</summary>
    public static bool HasUnreadableIfMatch(this HttpRequest request) => request.Headers.IfMatch.ToString() is not ("" or "*") && request.IfMatch() is null;

    /// <summary><c>?wait=</c> in seconds, at most 25; 0 when absent.</summary>
    public static TimeSpan Wait(this HttpRequest request) =>
        int.TryParse(request.Query["wait"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, WaitSecondsMost)) : TimeSpan.Zero;
}
