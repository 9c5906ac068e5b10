using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Sat;

/// <summary>A side that is neither D/C nor B/A. Where no side is sent, the filled column is the side.</summary>
public sealed class Sat006UnknownSide : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SAT006",
        Severity = Severity.Error,
        Message = "{fisNo}/{satirNo}: borç/alacak göstergesi hatalı (gelen: \"{gosterge}\").",
        Remedy = "Göstergeyi D (borç) ya da C (alacak) olarak gönderin; tutar borç ya da alacak sütununda duruyorsa göstergeyi hiç göndermeyin.",
        Source = "GİB yevmiye şematronu Y105; GİB Yevmiye Defteri Kılavuzu 2.1.1.10.12 (yalnız D ve C)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (!string.IsNullOrEmpty(line.Line.Side) && VoucherSides.Parse(line.Line.Side) is null)
            findings.Add(this, voucher, line.Number, "side", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("gosterge", line.Line.Side));
    }
}
