using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>What the month's lines tell of one account: its turnover, and the names they give it, as long as they agree.</summary>
internal sealed class AccountUse
{
    private string? name;
    private string? partner;
    private bool hasManyNames;
    private bool hasManyPartners;

    /// <summary>Lira.</summary>
    public decimal Debit { get; private set; }

    /// <summary>Lira.</summary>
    public decimal Credit { get; private set; }

    /// <summary>The name that the lines write; null when none does or they differ.</summary>
    public string? Name => hasManyNames ? null : name;

    /// <summary>The one partner behind the account's lines; null when there is none, or more than one.</summary>
    public string? Partner => hasManyPartners ? null : partner;

    public void Take(in LineFacts line)
    {
        Debit += line.Debit;
        Credit += line.Credit;
        Agree(ref name, ref hasManyNames, line.Line.AccountName);
        Agree(ref partner, ref hasManyPartners, line.Line.Partner?.Name);
    }

    private static void Agree(ref string? known, ref bool differs, string? said)
    {
        if (string.IsNullOrWhiteSpace(said))
            return;
        var text = said.Trim();
        differs |= known is not null && !string.Equals(known, text, StringComparison.Ordinal);
        known ??= text;
    }
}
