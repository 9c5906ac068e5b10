using static EDefter.Tests.Rehearsal.TargetedDamage;

namespace EDefter.Tests.Rehearsal;

/// <summary>Damages for the asserts on the sums of berats and of the report.</summary>
internal static class TargetedSummaryDamages
{
    private const string Line = "//gl-cor:entryDetail[1]";

    public static IEnumerable<TargetedDamage> All => [.. Sums, .. TaxAccounts, .. Report];

    private static IEnumerable<TargetedDamage> Sums =>
    [
        Without("B34 R30", "//gl-cor:entryHeader"),
        Without("B36 R31", "//gl-cor:qualifierEntry"),
        Set("B37 R35", Line + "/gl-cor:lineNumber", "2"),
        Set("B38 R32", "//gl-cor:qualifierEntry", "other"),
        Without("B39", "//gl-cor:entryDetail[10]"),
        Set("B50 R36", Line + "//gl-cor:xbrlInclude", "balance"),
        Set("B52 R39", "//gl-cor:entryDetail[2]/gl-cor:lineNumber", "99"),
        Without("B58 R46", Line + "/gl-cor:xbrlInfo"),
        Set("B59 R47", Line + "/gl-cor:amount", "-1"),
    ];

    private static IEnumerable<TargetedDamage> TaxAccounts =>
        from sum in new[] { "391 D", "391 C", "191 D", "191 C", "600 D", "600 C", "601 D", "601 C", "602 D", "602 C" }.Index()
        let line = $"//gl-cor:entryDetail[gl-cor:account/gl-cor:accountMainID='{sum.Item[..3]}' and gl-cor:debitCreditCode='{sum.Item[4]}']"
        select Do($"B{40 + sum.Index}", $"another account for {sum.Item}", document => First(document, line + "//gl-cor:accountMainID").Value = "770");

    private static IEnumerable<TargetedDamage> Report =>
    [
        Set("R33", "//gl-cor:entryDetail[gl-cor:debitCreditCode='D']/gl-cor:debitCreditCode", "C"),
        Set("R34", "//gl-cor:entryDetail[gl-cor:debitCreditCode='C']/gl-cor:debitCreditCode", "D"),
        Without("R38", Line + "/gl-cor:documentApplyToNumber"),
        Set("R45", Line + "/gl-cor:documentApplyToNumber", "1.0"),
        Twice("R49", Line),
        Without("R50", "//gl-cor:entryDetail[gl-cor:debitCreditCode='D'][1]"),
        Without("R51", "//gl-cor:entryDetail[gl-cor:debitCreditCode='C'][1]"),
    ];
}
