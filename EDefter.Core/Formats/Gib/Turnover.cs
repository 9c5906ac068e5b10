namespace EDefter.Core.Formats.Gib;

/// <summary>Gross turnover of a main account, lira, with the movements behind it (Defter Raporu Kılavuzu 2.2).</summary>
internal sealed class Turnover(string account)
{
    public string Account { get; } = account;

    /// <summary>As the last line that was booked to it names it.</summary>
    public string Name { get; set; } = string.Empty;

    public decimal Debit { get; set; }

    public decimal Credit { get; set; }

    public long DebitLines { get; set; }

    public long CreditLines { get; set; }
}
