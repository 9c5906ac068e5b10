using EDefter.Core.Rules;

namespace EDefter.Tests.Repairs;

/// <summary>A rule of a test: it finds fault as often as the function says.</summary>
internal sealed class CountedRule(string code, Func<VoucherFacts, int> faults) : VoucherRule
{
    public override RuleInfo Info { get; } = new() { Code = code, Severity = Severity.Error, RepairClass = RepairClass.B, Message = "{fisNo}", Remedy = "Deneme.", Source = "Deneme" };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        for (var i = 0; i < faults(voucher); i++)
            findings.Add(this, voucher, line: null, "comment", ("fisNo", voucher.Name));
    }
}
