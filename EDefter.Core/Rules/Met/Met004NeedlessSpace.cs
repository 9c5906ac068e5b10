namespace EDefter.Core.Rules.Met;

/// <summary>Spaces at an end of a text, two in a row, or a no-break space.</summary>
public sealed class Met004NeedlessSpace : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "MET004",
        Severity = Severity.Info,
        RepairClass = RepairClass.A,
        Message = "{yer}: {alan} alanında gereksiz boşluk var.",
        Remedy = "Muhasebe Bakım boşlukları sadeleştirir; metnin kendisi değişmez.",
        Source = "Aranan metnin bulunabilmesi ve dosyaların aynı kalması için; bir mevzuat hükmü değildir",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        foreach (var fault in voucher.TextFaults)
        {
            if (fault.HasNeedlessSpace)
                findings.Add(this, voucher, fault.Line, fault.Field.Wire, ("yer", Wording.Place(voucher, fault.Line)), ("alan", fault.Field.Turkish));
        }
    }
}
