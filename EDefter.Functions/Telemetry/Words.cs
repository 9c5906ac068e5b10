using System.Text.Json;

namespace EDefter.Functions.Telemetry;

/// <summary>Names of attributes, and the words of enums as they stand in them.</summary>
internal static class Words
{
    // Names that OpenTelemetry's conventions give.
    public const string Method = "http.request.method";
    public const string Route = "http.route";
    public const string Status = "http.response.status_code";
    public const string ErrorType = "error.type";
    public const string Trigger = "faas.trigger";

    public const string Role = "edefter.role";
    public const string Refusal = "edefter.refusal.type";
    public const string Queue = "edefter.queue.name";
    public const string JobKind = "edefter.job.kind";
    public const string JobLane = "edefter.job.lane";
    public const string JobAttempt = "edefter.job.attempt";
    public const string JobOutcome = "edefter.job.outcome";
    public const string Rule = "edefter.rule";
    public const string Severity = "edefter.severity";
    public const string Commit = "edefter.commit";
    public const string VoucherResult = "edefter.voucher.result";
    public const string HookOutcome = "edefter.webhook.outcome";
    public const string MonthEndOutcome = "edefter.month_end.outcome";

    /// <summary>An enum's member as a word: <c>GoesOn</c> → <c>goes-on</c>.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    public static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
