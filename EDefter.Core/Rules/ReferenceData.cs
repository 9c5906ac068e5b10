namespace EDefter.Core.Rules;

/// <summary>What a rule compares with and what a company may never have sent (KON006).</summary>
public enum ReferenceData
{
    /// <summary>The hesap planı.</summary>
    Chart,

    /// <summary>The authority's exchange rates.</summary>
    Rates,

    /// <summary>The balances that the accounts began with: an opening voucher, or opening balances sent.</summary>
    OpeningBalances,
}
