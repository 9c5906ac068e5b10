using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>A voucher while it is being written: sides in kuruş, one document for all lines unless a line brings its own.</summary>
public sealed class SampleDraft(string module, string comment, SourceDocument? document)
{
    private readonly List<SampleDraftLine> lines = [];

    public string Module { get; } = module;

    public string Comment { get; } = comment;

    public SourceDocument? Document { get; set; } = document;

    public VoucherGrouping? Grouping { get; init; }

    public bool IsOpening { get; init; }

    public IReadOnlyList<SampleDraftLine> Lines => lines;

    public SampleDraft Debit(string account, long kurus, string description, OriginalAmount? original = null) => Add(new SampleDraftLine(account, kurus, 0, description) { Original = original });

    public SampleDraft Credit(string account, long kurus, string description, OriginalAmount? original = null) => Add(new SampleDraftLine(account, 0, kurus, description) { Original = original });

    /// <summary>A purchase: the base amount and the VAT that may be deducted from it.</summary>
    /// <returns>Base and VAT, kuruş.</returns>
    public long Buy(string account, long baseKurus, int vatRate, string description)
    {
        var vat = SampleBook.Percent(baseKurus, vatRate);
        Debit(account, baseKurus, description);
        Add(new SampleDraftLine(VatAccount("191", vatRate), vat, 0, description) { VatRate = vatRate, BaseLine = lines.Count });
        return baseKurus + vat;
    }

    /// <summary>A sale: revenue and the VAT computed on it.</summary>
    /// <returns>Base and VAT, kuruş.</returns>
    public long Sell(string account, long baseKurus, int vatRate, string description)
    {
        var vat = SampleBook.Percent(baseKurus, vatRate);
        Credit(account, baseKurus, description);
        Add(new SampleDraftLine(VatAccount("391", vatRate), 0, vat, description) { VatRate = vatRate, BaseLine = lines.Count });
        return baseKurus + vat;
    }

    /// <summary>Puts the lines of another draft behind these; base lines move with them.</summary>
    public SampleDraft Append(SampleDraft other)
    {
        var before = lines.Count;
        foreach (var line in other.lines)
            lines.Add(line with { BaseLine = line.BaseLine == 0 ? 0 : line.BaseLine + before });
        return this;
    }

    private SampleDraft Add(SampleDraftLine line)
    {
        // A line of nothing is what SAT001 finds; the clean month has none.
        if (line.DebitKurus != 0 || line.CreditKurus != 0)
            lines.Add(line with { Document = Document });
        return this;
    }

    private static string VatAccount(string main, int rate) => main + (rate == 1 ? ".01" : rate == 10 ? ".10" : ".20");
}
