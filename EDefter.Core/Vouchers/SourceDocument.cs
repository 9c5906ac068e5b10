namespace EDefter.Core.Vouchers;

/// <summary>The belge behind a line or a voucher, as sent.</summary>
public sealed record SourceDocument
{
    /// <summary>check, invoice, order-customer, order-vendor, voucher, shipment, receipt, other; any other text is kept and is a finding (BEL008).</summary>
    public string? Type { get; init; }

    /// <summary>The document's name when the type is <c>other</c> ("Dekont").</summary>
    public string? TypeDescription { get; init; }

    public string? Number { get; init; }

    public DateField Date { get; init; }

    /// <summary>UUID of an e-document; never its number.</summary>
    public string? Ettn { get; init; }

    /// <summary>The number is the company's own series because the document has none ("true" / "false" as sent).</summary>
    public string? OwnSeries { get; init; }

    public string? Extra { get; init; }

    /// <summary>Nothing that says something about a document is filled.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Type) && string.IsNullOrEmpty(TypeDescription) && string.IsNullOrEmpty(Number) && Date.IsAbsent && string.IsNullOrEmpty(Ettn);
}
