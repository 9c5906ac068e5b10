using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>FIR006: a NACE code written with dashes or slashes ("55-10-03"; the rule itself passes over dots and blanks) may be written as its six digits. Class C, because whether it is the right one only the company knows.</summary>
internal sealed class CompactNaceCode : CompanyRepair
{
    private const int Digits = 6;

    public override string Code => "FIR006";

    public override RepairClass Class => RepairClass.C;

    public override IReadOnlyList<CompanyProposal> Propose(Company company)
    {
        var code = company.NaceCode ?? string.Empty;
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        var isPunctuated = digits.Length == Digits && digits.Length < code.Length && code.All(static c => char.IsAsciiDigit(c) || c is '.' or '-' or '/' || char.IsWhiteSpace(c));
        return isPunctuated
            ? [new CompanyProposal(CompanyField.NaceCode, After: null, "Faaliyet kodu noktasız altı rakamla yazılır; rakamları aynı kalır.") { Candidates = [digits] }]
            : [];
    }
}
