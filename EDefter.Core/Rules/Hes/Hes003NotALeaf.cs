namespace EDefter.Core.Rules.Hes;

/// <summary>A line posted to an account that has accounts under it. Told of every line, because each must move to an account of its own.</summary>
public sealed class Hes003NotALeaf : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "HES003",
        Severity = Severity.Error,
        RepairClass = RepairClass.C,
        Message = "{fisNo}/{satirNo}: {hesap} hesabının alt hesapları var; kayıt en alt hesaba yapılmalıdır.",
        Remedy = "Satırı ERP’de doğru alt hesaba taşıyın ya da önerilen alt hesaplardan birini seçin.",
        Source = "MSUGT (kayıtlar yardımcı hesapların en alt kırılımında izlenir); VUK 175, 182",
    };

    public override ReferenceData? Needs => ReferenceData.Chart;

    public override RuleOutcome Applies(CheckContext context) => context.Chart is { IsComplete: true } ? RuleOutcome.Ran : RuleOutcome.NoData;

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (line.Line.Account is { Length: > 0 } code && context.Chart!.Find(code) is { } account && !context.Chart.IsLeaf(account))
            findings.Add(this, voucher, line.Number, "account", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("hesap", code));
    }
}
