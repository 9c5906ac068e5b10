using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>ACK004: the opening voucher belongs to the first day of the fiscal year (VUK 174), or to the day of that year on which e-Defter was taken up or the branch opened; moving it is a person's decision.</summary>
internal sealed class MoveOpeningToFirstDay : ChoiceRepair
{
    public override string Code => "ACK004";

    public override IReadOnlyList<Choice> Offer(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        var company = context.Check.Company;
        if (voucher.Date is not { } date || company.YearOf(date) is not { } year)
            return [];
        // A company that took up e-Defter in mid-year may open on that day, and a branch on the day on which it was opened.
        var days = new List<(DateOnly Day, string Name)> { (year.Start, "hesap döneminin ilk gününe") };
        if (company.AdoptionDate is { } adoption)
            days.Add((adoption, "e-Deftere geçiş gününe"));
        if (context.Check.BookBranch?.ValidFrom is { } opened)
            days.Add((opened, "şubenin açıldığı güne"));
        days = [.. days.Where(candidate => year.Contains(candidate.Day)).DistinctBy(static candidate => candidate.Day)];
        var names = string.Join(" ya da ", days.Select(static candidate => $"{candidate.Name} ({TurkishText.Date(candidate.Day)})"));
        return [new Choice(ChangeKind.Set, Line: null, "date", [.. days.Select(static candidate => Wire(candidate.Day))], $"Açılış fişi {names} alınır.")];
    }

    private static string Wire(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
