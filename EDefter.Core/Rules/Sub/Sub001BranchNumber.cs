using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Sub;

/// <summary>The book’s branch number is not 4 digits, or stands without its name. The head office (0000) is written without either.</summary>
public sealed class Sub001BranchNumber : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SUB001",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        RepairClass = RepairClass.B,
        Message = "Şube no 4 hane olmalı ve adıyla birlikte verilmelidir: {sube}.",
        Remedy = "Firma bilgilerinde şubenin 4 haneli numarasını (ör. 0001) ve adını birlikte yazın.",
        Source = "GİB yevmiye şematronu Y53–Y56",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        var code = context.Branch;
        var name = context.Company.Branches.FirstOrDefault(branch => string.Equals(branch.Code, code, StringComparison.Ordinal))?.Name;
        var isNumber = code.Length == 4 && code.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        if (!isNumber || (!string.Equals(code, Branch.HeadOffice, StringComparison.Ordinal) && name.AsSpan().Trim().Length < 2))
            findings.Add(this, "branches", ("sube", $"{Wording.OrEmpty(code)}, adı {Wording.Quoted(name)}"));
    }
}
