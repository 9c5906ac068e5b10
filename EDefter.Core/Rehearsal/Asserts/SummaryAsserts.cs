using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>On the entry of a berat or of the report, which is small and held whole.</summary>
internal static class SummaryAsserts
{
    private const string Again = "Belgeyi defterden yeniden üretin.";

    public static readonly IReadOnlyList<GibAssert> All =
    [
        new("B36 R31", "Toplamların türü yazılmamış.", Again, static (_, entry) => entry["gl-cor:qualifierEntry"].Any),
        new("B38", "Toplamların türü izin verilen değerde değil.", Again, static (_, entry) => entry["gl-cor:qualifierEntry"].Is("standard")),
        new("R32", "Toplamların türü izin verilen değerde değil.", Again, static (_, entry) => entry["gl-cor:qualifierEntry"] is var qualifier && (!qualifier.Any || qualifier.Is("standard"))),
        new("B39", "Beratta tam 10 toplam satırı olmalıdır.", Again, static (_, entry) => entry["gl-cor:entryDetail"].Count == 10),
        Tax("B40", 391, "D"), Tax("B41", 391, "C"),
        Tax("B42", 191, "D"), Tax("B43", 191, "C"),
        Tax("B44", 600, "D"), Tax("B45", 600, "C"),
        Tax("B46", 601, "D"), Tax("B47", 601, "C"),
        Tax("B48", 602, "D"), Tax("B49", 602, "C"),
        new("R33", "Raporda borç satırı sayısı, hesap sayısına eşit değil.", Again, static (_, entry) => CountOf(entry, "D") == Mains(entry).Count),
        new("R34", "Raporda alacak satırı sayısı, hesap sayısına eşit değil.", Again, static (_, entry) => CountOf(entry, "C") == Mains(entry).Count),
    ];

    /// <summary>On each line of the report, with all its lines by account and side.</summary>
    public static IEnumerable<GibAssert> ReportLines(ReportSides sides) =>
    [
        new("R49", "Raporda aynı hesabın aynı tarafı birden çok kez var.", Again, (_, line) => sides.CountLike(line) == 1),
        new("R50", "Raporda hesabın borç satırı yok ya da birden çok.", Again, (_, line) => line["gl-cor:debitCreditCode"].Is("D") || sides.Count(line, "D") == 1),
        new("R51", "Raporda hesabın alacak satırı yok ya da birden çok.", Again, (_, line) => line["gl-cor:debitCreditCode"].Is("C") || sides.Count(line, "C") == 1),
    ];

    private static GibAssert Tax(string id, int account, string side) =>
        new(id, $"Beratta {account} hesabının {(side == "D" ? "borç" : "alacak")} toplamı tam bir kez bulunmalıdır.", Again, (_, entry) => entry["gl-cor:entryDetail"].Where(line => line["gl-cor:account"]["gl-cor:accountMainID"].Is(account) && line["gl-cor:debitCreditCode"].Is(side)).Count == 1);

    private static int CountOf(Element entry, string side) => entry["gl-cor:entryDetail"].Where(line => line["gl-cor:debitCreditCode"].Is(side)).Count;

    private static HashSet<string> Mains(Element entry)
    {
        var mains = new HashSet<string>(StringComparer.Ordinal);
        foreach (var account in entry["gl-cor:entryDetail"]["gl-cor:account"])
            mains.Add(account["gl-cor:accountMainID"].Normal);
        return mains;
    }
}
