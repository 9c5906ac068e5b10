using System.Globalization;

namespace EDefter.Functions.Http;

/// <summary>What a request says beside its body.</summary>
public static class RequestHeaders
{
    private const int WaitSecondsMost = 25;

    public static string? IdempotencyKey(this HttpRequest request) => request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;

    /// <summary>The revision that <c>If-Match</c> names; null when absent, or <c>*</c>, which every revision matches.</summary>
    public static long? IfMatch(this HttpRequest request) =>
        long.TryParse(request.Headers.IfMatch.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;

    /// <summary>A condition that names no revision: it can only fail, and must not be taken for none.</summary>
    public static bool HasUnreadableIfMatch(this HttpRequest request) => request.Headers.IfMatch.ToString() is not ("" or "*") && request.IfMatch() is null;

    /// <summary><c>?wait=</c> in seconds, at most 25; 0 when absent.</summary>
    public static TimeSpan Wait(this HttpRequest request) =>
        int.TryParse(request.Query["wait"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, WaitSecondsMost)) : TimeSpan.Zero;
}
