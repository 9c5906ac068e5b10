namespace EDefter.Core.Rules.Met;

/// <summary>A text whose Turkish letters were read in the wrong encoding, or were lost in it. Told once a text.</summary>
public sealed class Met005Mojibake : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "MET005",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "{yer}: {alan} alanında bozuk Türkçe karakter: \"{ornek}\".",
        Remedy = "Doğru okunuşu kanıtlanan metinler için verilen öneriyi onaylayın; diğerlerini ERP’de düzeltip aktarımın karakter kodlamasını UTF-8 yapın.",
        Source = "VUK 215 (kayıtlar Türkçe tutulur); e-Defter dosyaları UTF-8 ile kodlanır",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        foreach (var fault in voucher.TextFaults)
        {
            if (fault.Garbled is { } example)
                findings.Add(this, voucher, fault.Line, fault.Field.Wire, ("yer", Wording.Place(voucher, fault.Line)), ("alan", fault.Field.Turkish), ("ornek", example));
        }
    }
}
