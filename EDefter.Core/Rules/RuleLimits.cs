namespace EDefter.Core.Rules;

/// <summary>Limits of the law that rules judge with, as they stand in a rule pack's <c>limits</c>. A limit that a pack lacks stops the program at its first check.</summary>
public sealed class RuleLimits
{
    private readonly IReadOnlyDictionary<string, decimal> byName;

    /// <param name="byName">Limit by its member name.</param>
    public RuleLimits(IReadOnlyDictionary<string, decimal> byName)
    {
        this.byName = byName;
        GroupedInvoicesMax = (int)Read("groupedInvoicesMax");
        GroupedDaysMax = (int)Read("groupedDaysMax");
        RetailDaysMax = (int)Read("retailDaysMax");
        RecordingDaysMax = (int)Read("recordingDaysMax");
        RecordingDaysMaxApproved = (int)Read("recordingDaysMaxApproved");
        CashProofLira = Read("cashProofLira");
        VatDeductionYears = (int)Read("vatDeductionYears");
        RateDeviationPercent = Read("rateDeviationPercent");
    }

    /// <summary>Invoices that one entry may hold together (FIS013).</summary>
    public int GroupedInvoicesMax { get; }

    /// <summary>Days that they may span, first and last included (FIS013).</summary>
    public int GroupedDaysMax { get; }

    /// <summary>Days that a summary of retail receipts may span (BEL023).</summary>
    public int RetailDaysMax { get; }

    /// <summary>VUK 219: days from document to record (BEL015).</summary>
    public int RecordingDaysMax { get; }

    /// <summary>VUK 219: the same for who records by approved vouchers.</summary>
    public int RecordingDaysMaxApproved { get; }

    /// <summary>Lira above which a payment must go through a bank (tevsik zorunluluğu, BEL019).</summary>
    public decimal CashProofLira { get; }

    /// <summary>Calendar years after the document's within which its KDV may be deducted (KDVK 29/3, KDV004).</summary>
    public int VatDeductionYears { get; }

    /// <summary>Percent that a rate may differ from the authority's (DOV003).</summary>
    public decimal RateDeviationPercent { get; }

    /// <summary>These limits, with those given in place of their own.</summary>
    public RuleLimits With(IReadOnlyDictionary<string, decimal>? changed)
    {
        if (changed is null)
            return this;
        var all = new Dictionary<string, decimal>(byName, StringComparer.Ordinal);
        foreach (var (name, value) in changed)
        {
            if (!all.ContainsKey(name))
                throw new InvalidOperationException($"A rule pack changes the limit {name}, which the first pack does not have.");
            all[name] = value;
        }

        return new RuleLimits(all);
    }

    private decimal Read(string name) => byName.TryGetValue(name, out var value) ? value : throw new InvalidOperationException($"A rule pack lacks the limit {name}.");
}
