using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Bel;

/// <summary>
/// A partner's VKN or TCKN with a wrong check digit or of a length that neither has. Told once for each number, with its lines counted. A text
/// that holds a letter is a foreign number and is let alone.
/// </summary>
public sealed class Bel018TaxId : AccountRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL018",
        Severity = Severity.Warning,
        Message = "VKN/TCKN hatalı: {vkn}, {unvan} ({adet} satır){neden}.",
        Remedy = "Cari kartın vergi kimlik numarasını ya da T.C. kimlik numarasını belgeye bakarak ERP’de düzeltin; VKN 10, TCKN 11 hanedir ve baştaki sıfırlar yazılır.",
        Source = "VUK 230 (faturada vergi numarası); VKN ve TCKN kontrol hanesi algoritmaları",
    };

    public override bool IsFaulty(CheckContext context, in LineFacts line, out string account, out string reason)
    {
        account = line.Line.Partner?.TaxId ?? string.Empty;
        reason = string.Empty;
        if (string.IsNullOrWhiteSpace(account) || TaxpayerId.IsValid(account) || HasLetter(account) || context.Pack.PlaceholderTaxIds.Contains(account))
            return false;
        // Blanks at the ends are MET004's to say.
        var trimmed = account.Trim();
        if (!ReferenceEquals(trimmed, account) && (TaxpayerId.IsValid(trimmed) || context.Pack.PlaceholderTaxIds.Contains(trimmed)))
            return false;
        (account, reason) = (trimmed, line.Line.Partner!.Name?.Trim() ?? string.Empty);
        return true;
    }

    public override void Tell(AccountFault fault, FindingSink findings) =>
        findings.Add(
            this,
            fault.VoucherId,
            fault.VoucherNumber,
            fault.Date,
            fault.Line,
            "partner.taxId",
            ("vkn", fault.Account),
            ("unvan", fault.Reason.Length > 0 ? fault.Reason : "adı yok"),
            ("adet", TurkishText.Count(fault.Lines)),
            ("neden", Why(fault.Account)));

    // Spreadsheets drop leading zeros: the commonest way to a number of nine digits.
    private static string Why(string taxId)
    {
        if (TaxpayerId.HasShape(taxId))
            return ", kontrol hanesi tutmuyor";
        var padded = taxId.PadLeft(10, '0');
        return TaxpayerId.IsValid(padded) ? $", başındaki sıfır düşmüş olabilir: {padded}" : ", VKN 10, TCKN 11 rakamdır";
    }

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }
}
