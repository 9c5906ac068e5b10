using EDefter.Core.Workflow.Auditing;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Auditing;

/// <summary>Audit records for tests.</summary>
internal static class AuditLines
{
    public const string Trail = "ornek-otel";

    private static readonly DateTimeOffset Start = new(2025, 2, 3, 9, 0, 0, TimeSpan.FromHours(3));

    public static AuditEntry Entry(string id, string act = "PostVouchers") => new()
    {
        At = Start.AddSeconds(id.Length),
        Act = act,
        Route = "POST api/companies/{co}/{br}/vouchers",
        Key = "0123456789abcdef",
        Role = "erp",
        Outcome = AuditOutcome.Done,
        Status = 200,
        Ids = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id, ["br"] = "0000" },
        Counts = new Dictionary<string, long>(StringComparer.Ordinal) { ["stored"] = 3, ["received"] = 4 },
    };

    /// <summary>A trail of so many records.</summary>
    public static IReadOnlyList<AuditLine> Chain(int count, string of = "a") =>
        AuditChain.Link(Trail, AuditHead.Empty, Enumerable.Range(1, count).Select(n => Entry($"{of}-{n}")));

    public static AuditHead HeadOf(IReadOnlyList<AuditLine> lines) => lines.Count == 0 ? AuditHead.Empty : new AuditHead(lines[^1].Sequence, lines[^1].Hash);

    /// <summary>What the verifier says of lines whose stored head is given, and of which a place may have been noted.</summary>
    public static AuditVerdict Verify(IEnumerable<AuditLine> lines, AuditHead head, AuditHead? noted = null)
    {
        var verifier = new AuditVerifier(Trail, noted is null ? [head] : [head, noted]);
        foreach (var line in lines)
        {
            if (!verifier.Add(line))
                break;
        }

        return verifier.Finish(head);
    }
}
