namespace EDefter.Functions.Sample;

/// <summary>A cari of the sample hotel.</summary>
/// <param name="Account">Account code of the cari in the hotel's chart.</param>
/// <param name="TaxId">VKN or TCKN with the right check digits.</param>
/// <param name="Name">Title or name.</param>
/// <param name="Series">Three letters that the partner's e-invoices begin with.</param>
/// <param name="Goods">What a supplier sells; empty for an agency.</param>
public sealed record SamplePartner(string Account, string TaxId, string Name, string Series, IReadOnlyList<SampleGood> Goods);
