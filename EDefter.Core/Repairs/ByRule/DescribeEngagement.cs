using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>FIR008: "-" where the books are kept in-house, else the contract's own date and number (GİB Kılavuz 6). Without them nobody but the company knows.</summary>
internal sealed class DescribeEngagement : CompanyRepair
{
    public override string Code => "FIR008";

    public override RepairClass Class => RepairClass.B;

    public override IReadOnlyList<CompanyProposal> Propose(Company company)
    {
        var proposals = new List<CompanyProposal>();
        for (var i = 0; i < company.Accountants.Count; i++)
        {
            var accountant = company.Accountants[i];
            if (!string.IsNullOrWhiteSpace(accountant.Engagement))
                continue;
            if (accountant.InHouse)
                proposals.Add(new CompanyProposal(CompanyField.Engagement(i), "-", "Defter bünyede tutuluyor; sözleşme açıklamasına \"-\" yazılır."));
            else if (accountant is { ContractDate: { } date, ContractNumber: { } number } && !string.IsNullOrWhiteSpace(number) && LegalText.IsLegal(number))
                proposals.Add(new CompanyProposal(CompanyField.Engagement(i), Text(accountant, date, number), "Sözleşme açıklaması, firma bilgilerindeki sözleşme tarihi ve numarasından oluşturulur."));
        }

        return proposals;
    }

    private static string Text(Accountant accountant, DateOnly date, string number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(string.IsNullOrWhiteSpace(accountant.Title) ? "SMMM" : accountant.Title.Trim())} sözleşmesi, {date:yyyy-MM-dd}, {number.Trim()}");
}
