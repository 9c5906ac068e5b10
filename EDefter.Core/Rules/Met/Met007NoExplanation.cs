namespace EDefter.Core.Rules.Met;

/// <summary>Neither the voucher nor any of its lines says what the entry is about. A voucher without lines is FIS004’s.</summary>
public sealed class Met007NoExplanation : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "MET007",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "Fiş açıklaması boş: {fisNo}.",
        Remedy = "Kaydın ne olduğunu fişe ya da satırlarına yazın; belgesi belliyse belge ve cari adından kurulan açıklamayı onaylayın.",
        Source = "Elektronik Muhasebe Fişi Kılavuzu (açıklama); VUK 219",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (!string.IsNullOrWhiteSpace(voucher.Voucher.Comment) || voucher.Lines.IsEmpty)
            return;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!string.IsNullOrWhiteSpace(line.Line.Description))
                return;
        }

        findings.Add(this, voucher, line: null, "comment", ("fisNo", voucher.Name));
    }
}
