using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Sequences;

/// <summary>The order of a ledger's accounts, by the first line of each (K29–K31).</summary>
internal sealed class LedgerOrder
{
    private readonly HashSet<string> withoutSub = new(StringComparer.Ordinal);
    private readonly HashSet<string> subs = new(StringComparer.Ordinal);
    private string last = string.Empty;
    private bool isUnsorted;
    private bool isMainRepeated;
    private bool isSubRepeated;

    public void Begin(Element firstLine)
    {
        foreach (var account in firstLine["gl-cor:account"])
        {
            // Two codes where one belongs leave the rule without a value: it does not hold.
            var mains = account["gl-cor:accountMainID"];
            var main = mains.Count > 1 ? string.Empty : mains.Normal;
            isUnsorted |= mains.Count > 1 || string.CompareOrdinal(last, main) > 0;
            last = main;
            if (!account["gl-cor:accountSub"].Any)
                isMainRepeated |= mains.Count > 1 || !withoutSub.Add(main);
            foreach (var sub in account["gl-cor:accountSub"])
                isSubRepeated |= sub["gl-cor:accountSubID"].Count > 1 || !subs.Add(sub["gl-cor:accountSubID"].Normal);
        }
    }

    public IEnumerable<(string Id, string Message)> Faults()
    {
        if (isUnsorted)
            yield return ("K29", "Büyük defterde hesaplar ana hesap koduna göre sıralı değil.");
        if (isMainRepeated)
            yield return ("K30", "Alt hesabı olmayan bir hesap büyük defterde birden çok yerde.");
        if (isSubRepeated)
            yield return ("K31", "Bir alt hesap büyük defterde birden çok yerde.");
    }
}
