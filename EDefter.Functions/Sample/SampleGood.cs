namespace EDefter.Functions.Sample;

/// <summary>Something the hotel buys: where it is booked, at which VAT rate, for how much.</summary>
/// <param name="Account">Account of the base amount.</param>
/// <param name="VatRate">Percent.</param>
/// <param name="LeastLira">Smallest usual amount of an invoice line, lira.</param>
/// <param name="MostLira">Largest usual amount of an invoice line, lira.</param>
/// <param name="Text">Description of the line.</param>
public sealed record SampleGood(string Account, int VatRate, long LeastLira, long MostLira, string Text);
