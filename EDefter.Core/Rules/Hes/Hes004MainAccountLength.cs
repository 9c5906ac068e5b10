namespace EDefter.Core.Rules.Hes;

/// <summary>A main account part that is neither 3 nor 4 characters long. A line without an account is HES001’s.</summary>
public sealed class Hes004MainAccountLength : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "HES004",
        Severity = Severity.Error,
        RepairClass = RepairClass.B,
        Message = "{fisNo}/{satirNo}: {hesap} hesabının ana hesap kodu \"{anaHesap}\"; 3 (ya da 4) karakter olmalıdır.",
        Remedy = "Hesap kodunu ERP’de düzeltin ya da kodun ilk üç hanesi Tekdüzen Hesap Planı’nda varsa onu ana hesap yapan öneriyi onaylayın.",
        Source = "GİB yevmiye şematronu Y94; MSUGT",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (string.IsNullOrWhiteSpace(line.Line.Account) || VoucherFacts.IsMainAccount(line.MainAccount))
            return;
        findings.Add(this, voucher, line.Number, "mainAccount", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("hesap", line.Line.Account), ("anaHesap", line.MainAccount));
    }
}
