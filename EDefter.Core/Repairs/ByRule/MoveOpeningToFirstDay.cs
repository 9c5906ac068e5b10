using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>ACK004: the opening voucher belongs to the first day of the fiscal year (VUK 174); moving it is a person's decision.</summary>
internal sealed class MoveOpeningToFirstDay : ChoiceRepair
{
    public override string Code => "ACK004";

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var company = context.Check.Company;
        if (voucher.Date is not { } date || company.YearOf(date) is not { } year)
            return [];
        // A company that took up e-Defter in mid-year may open on that day.
        if (company.AdoptionDate is { } adoption && adoption != year.Start && year.Contains(adoption))
            return [new Choice(ChangeKind.Set, Line: null, "date", [Wire(year.Start), Wire(adoption)], $"Açılış fişi hesap döneminin ilk gününe ({TurkishText.Date(year.Start)}) ya da e-Defter’e geçiş gününe ({TurkishText.Date(adoption)}) alınır.")];
        return [new Choice(ChangeKind.Set, Line: null, "date", [Wire(year.Start)], $"Açılış fişi hesap döneminin ilk gününe, {TurkishText.Date(year.Start)} tarihine alınır.")];
    }

    private static string Wire(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
