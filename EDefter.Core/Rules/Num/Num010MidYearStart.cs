using EDefter.Core.Text;

namespace EDefter.Core.Rules.Num;

/// <summary>The month in which e-Defter is taken up in the middle of a fiscal year: both numbers begin at 1 here, and not where the paper book ended.</summary>
public sealed class Num010MidYearStart : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "NUM010",
        Severity = Severity.Info,
        Target = RuleTarget.Run,
        RepairClass = RepairClass.A,
        Message = "e-Deftere geçiş ayı ({gecis}): numara 1’den başlatılır.",
        Remedy = "Yapılacak bir şey yoktur: yevmiye madde ve satır numaraları bu ayda 1’den başlar. Geçiş tarihi yanlışsa firma bilgilerinde düzeltin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 19",
    };

    public override RuleOutcome Applies(CheckContext context)
    {
        if (context.Period is null)
            return RuleOutcome.Skipped;
        var isHere = context.Company.AdoptionDate is { } adopted && adopted >= context.From && adopted <= context.To && context.FiscalYear is { } year && adopted > year.Start;
        return isHere ? RuleOutcome.Ran : RuleOutcome.NotApplicable;
    }

    public override void Check(CheckContext context, FindingSink findings) => findings.Add(this, "adoptionDate", ("gecis", TurkishText.Date(context.Company.AdoptionDate!.Value)));
}
