namespace EDefter.Core.Rules.Met;

/// <summary>Neither the voucher nor any of its lines says what the entry is about. A line of nothing may leave the voucher and is not asked; a voucher without lines is FIS004’s.</summary>
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
        if (Says(voucher.Voucher.Comment) || voucher.Lines.IsEmpty)
            return;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!line.IsNothing && Says(line.Line.Description))
                return;
        }

        findings.Add(this, voucher, line: null, "comment", ("fisNo", voucher.Name));
    }

    // What MET001 and MET004 take away says nothing: a blank, a control character, half of a surrogate pair.
    private static bool Says(string? text)
    {
        for (var i = 0; text is not null && i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c) ? i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]) : !char.IsWhiteSpace(c) && !char.IsControl(c) && c < '\ufffe')
                return true;
        }

        return false;
    }
}
