namespace EDefter.Core.Rules.Fir;

/// <summary>No NACE code, or one that is not six digits; points and blanks between the digits do not count ("55.10.03").</summary>
public sealed class Fir006NaceCode : CompanyRule
{
    private const int Digits = 6;

    public override RuleInfo Info { get; } = new()
    {
        Code = "FIR006",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        RepairClass = RepairClass.C,
        Message = "Firma NACE (faaliyet) kodu {kusur}.",
        Remedy = "Vergi levhasındaki altı haneli ana faaliyet kodunu (ör. 551003) firma bilgilerine yazın.",
        Source = "GİB yevmiye şematronu Y64; GİB e-Defter Uygulama Kılavuzu 2",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        if (!IsNace(context.Company.NaceCode))
            findings.Add(this, "naceCode", ("kusur", string.IsNullOrWhiteSpace(context.Company.NaceCode) ? "boş" : $"altı rakam değil: {Wording.Quoted(context.Company.NaceCode)}"));
    }

    private static bool IsNace(string? code)
    {
        var digits = 0;
        foreach (var c in code.AsSpan().Trim())
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (c is not ('.' or ' '))
                return false;
        }

        return digits == Digits;
    }
}
