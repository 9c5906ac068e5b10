using System.Text.Json;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Auditing;

/// <summary>A record of the audit trail as it is read.</summary>
/// <param name="Sequence">Its place, from 1, without a gap.</param>
/// <param name="Trail">The company, or <c>~house</c> for what belongs to none that exists.</param>
/// <param name="At">When the act was over; of several tries, the last.</param>
/// <param name="Act">The function's name, or <c>job:</c> and the kind of a job that ended.</param>
/// <param name="Route">Method and template of the route.</param>
/// <param name="Key">Id of the key.</param>
/// <param name="Role">Its role.</param>
/// <param name="Outcome">done, accepted, refused, failed or cancelled.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Reason">The refusal's type, or the type of a fault.</param>
/// <param name="Since">The first of several tries that are told together.</param>
/// <param name="Ids">Branch, month, run, archive, job: what was acted on, and what was made.</param>
/// <param name="Counts">How many.</param>
/// <param name="Previous">Hash of the record before.</param>
/// <param name="Hash">SHA-256 of the record's text.</param>
public sealed record AuditItem(
    long Sequence, string Trail, DateTimeOffset At, string Act, string? Route, string? Key, string? Role, string Outcome, int? Status, string? Reason, DateTimeOffset? Since,
    IReadOnlyDictionary<string, string> Ids, IReadOnlyDictionary<string, long> Counts, string Previous, string Hash)
{
    /// <summary>A record that cannot be read is passed on as far as its place and hash: what is wrong with it, the verification says.</summary>
    public static AuditItem Of(AuditLine line)
    {
        try
        {
            return WireJson.Read<AuditItem>(line.Text) with { Hash = line.Hash };
        }
        catch (JsonException)
        {
            return new AuditItem(line.Sequence, string.Empty, default, string.Empty, Route: null, Key: null, Role: null, "unreadable", Status: null, Reason: null, Since: null, new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal), string.Empty, line.Hash);
        }
    }
}
