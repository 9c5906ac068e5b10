using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>A line of a <see cref="SampleDraft"/>; amounts in kuruş, so that no sum is ever rounded.</summary>
public sealed record SampleDraftLine(string Account, long DebitKurus, long CreditKurus, string Description)
{
    public OriginalAmount? Original { get; init; }

    public SourceDocument? Document { get; init; }

    /// <summary>Percent; 0 on lines that are no VAT line.</summary>
    public int VatRate { get; init; }

    /// <summary>1-based line that a VAT line was computed from; 0 for none.</summary>
    public int BaseLine { get; init; }
}
