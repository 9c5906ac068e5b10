using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>What the lines of one entry come to, added up as they pass: an account of the ledger may have a hundred thousand.</summary>
internal sealed class LineSums
{
    private readonly HashSet<string> mains = new(StringComparer.Ordinal);
    private readonly HashSet<string> subs = new(StringComparer.Ordinal);
    private decimal debit;
    private decimal credit;
    private bool isDebitBroken;
    private bool isCreditBroken;
    private bool isMainBroken;
    private bool isSubBroken;

    public int Lines { get; private set; }

    public decimal Debit => isDebitBroken ? throw new XPathTypeException() : debit;

    public decimal Credit => isCreditBroken ? throw new XPathTypeException() : credit;

    /// <summary>Different main accounts, an absent one counted as an empty one.</summary>
    public IReadOnlySet<string> MainAccounts => isMainBroken ? throw new XPathTypeException() : mains;

    public IReadOnlySet<string> SubAccounts => isSubBroken ? throw new XPathTypeException() : subs;

    public void Clear()
    {
        mains.Clear();
        subs.Clear();
        (debit, credit, Lines) = (0m, 0m, 0);
        isDebitBroken = isCreditBroken = isMainBroken = isSubBroken = false;
    }

    public void Add(Element line)
    {
        Lines++;
        var code = line["gl-cor:debitCreditCode"];
        if (code.Is("D") || code.Is("debit"))
            isDebitBroken |= !TryAdd(line, ref debit);
        if (code.Is("C") || code.Is("credit"))
            isCreditBroken |= !TryAdd(line, ref credit);
        foreach (var account in line["gl-cor:account"])
        {
            isMainBroken |= !TryAdd(mains, account["gl-cor:accountMainID"]);
            foreach (var sub in account["gl-cor:accountSub"])
                isSubBroken |= !TryAdd(subs, sub["gl-cor:accountSubID"]);
        }
    }

    private static bool TryAdd(Element line, ref decimal sum)
    {
        var amounts = line["gl-cor:amount"];
        if (amounts.Count > 1)
            return false;
        if (amounts.Single is not { } amount)
            return true;
        if (!XPath.TryDecimal(amount.Text, out var value))
            return false;
        sum += value;
        return true;
    }

    private static bool TryAdd(HashSet<string> codes, Nodes code)
    {
        if (code.Count > 1)
            return false;
        codes.Add(code.Normal);
        return true;
    }
}
