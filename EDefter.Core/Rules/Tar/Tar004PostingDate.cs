using EDefter.Core.Text;

namespace EDefter.Core.Rules.Tar;

/// <summary>A line posted on another day than its voucher. Without a readable voucher date only TAR003 speaks.</summary>
public sealed class Tar004PostingDate : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "TAR004",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{fisNo}/{satirNo}: satır tarihi ({satirTarihi}) fiş tarihinden ({tarih}) farklı.",
        Remedy = "Satır tarihini fiş tarihine eşitleyen öneriyi onaylayın; satır başka güne aitse ERP’de ayrı fişe alın.",
        Source = "GİB yevmiye şematronu Y107",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (voucher.Date is not { } date || line.Line.PostingDate.IsAbsent || line.Line.PostingDate.Value == date)
            return;
        var sent = line.Line.PostingDate.Value is { } day ? TurkishText.Date(day) : Wording.Quoted(line.Line.PostingDate.Raw);
        findings.Add(this, voucher, line.Number, "postingDate", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("satirTarihi", sent), ("tarih", TurkishText.Date(date)));
    }
}
