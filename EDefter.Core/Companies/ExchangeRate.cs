namespace EDefter.Core.Companies;

/// <summary>The authority's rates (TCMB) of one currency on one day: lira for one unit.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Buying">Döviz alış.</param>
/// <param name="Selling">Döviz satış.</param>
public sealed record ExchangeRate(string Currency, decimal Buying, decimal Selling);
