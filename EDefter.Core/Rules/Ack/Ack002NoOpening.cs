using EDefter.Core.Companies;
using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules.Ack;

/// <summary>The first month of a fiscal year without an opening voucher, unless the company was founded, or the branch opened, in that year or e-Defter was taken up in the middle of it.</summary>
public sealed class Ack002NoOpening : AggregateRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ACK002",
        Severity = Severity.Warning,
        Message = "Açılış fişi bulunamadı (yeni kuruluşsa dikkate almayın).",
        Remedy = "Açılış fişini hesap döneminin ilk günü tarihiyle ERP’den gönderin. Şirket bu dönemde kurulduysa firma bilgilerine kuruluş tarihini yazın.",
        Source = "VUK 174, 192 (bilanço ile açılış); e-Defter yazılımlarında açılış maddesi ilk maddedir",
    };

    public override RuleOutcome Applies(CheckContext context)
    {
        if (context.Period is null)
            return RuleOutcome.Skipped;
        if (context.FiscalYear is not { } year || context.From != year.Start || IsIn(year, context.Company.FoundedOn) || context.IsBranchOpenedInYear)
            return RuleOutcome.NotApplicable;
        return context.Company.AdoptionDate is { } adopted && adopted > year.Start && year.Contains(adopted) ? RuleOutcome.NotApplicable : RuleOutcome.Ran;
    }

    public override RuleOutcome Judge(CheckContext context, MonthAggregates month, FindingSink findings)
    {
        if (month.Openings.Count == 0)
            findings.Add(this, "kind");
        return RuleOutcome.Ran;
    }

    private static bool IsIn(FiscalYear year, DateOnly? day) => day is { } known && year.Contains(known);
}
