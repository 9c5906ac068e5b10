using System.Globalization;

namespace EDefter.Core.Rules.Met;

/// <summary>A character that XML 1.0 forbids, a control character, or half of a surrogate pair. Told once a text, with its first such character.</summary>
public sealed class Met001ForbiddenCharacter : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "MET001",
        Severity = Severity.Error,
        RepairClass = RepairClass.A,
        Message = "{yer}: {alan} alanında e-Defter’in kabul etmediği bir karakter var (U+{kod}).",
        Remedy = "Muhasebe Bakım karakteri çıkarır; özgün metin geçmişte saklanır.",
        Source = "XML 1.0 (Fifth Edition) 2.2 Characters",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        foreach (var fault in voucher.TextFaults)
        {
            if (fault.ForbiddenCharacter is not { } character)
                continue;
            findings.Add(
                this,
                voucher,
                fault.Line,
                fault.Field.Wire,
                ("yer", Wording.Place(voucher, fault.Line)),
                ("alan", fault.Field.Turkish),
                ("kod", ((int)character).ToString("X4", CultureInfo.InvariantCulture)));
        }
    }
}
