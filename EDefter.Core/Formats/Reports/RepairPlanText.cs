using System.Globalization;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Reports;

/// <summary>A change in the words of a bookkeeper: what the plan says for programs (a date of the wire, a line as JSON) is said for people.</summary>
public static class RepairPlanText
{
    /// <summary>What the change is about: a member of the voucher, of the chart or of the company.</summary>
    public static string Place(Change change) => change.Target switch
    {
        RuleTarget.Chart => FieldNames.Of(change.Field),
        RuleTarget.Company => OfCompany(change.Field),
        _ => FieldNames.Of(change.Field),
    };

    // accountants[0].engagement: which of several is told by its place, counted from 1.
    private static string OfCompany(string field)
    {
        var open = field.IndexOf('[', StringComparison.Ordinal);
        var close = field.IndexOf(']', StringComparison.Ordinal);
        if (open < 0 || close < open)
            return "Firma, " + FieldNames.Of(field);
        var place = int.Parse(field.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"Firma, {FieldNames.Of(field[..open] + field[(close + 1)..])} ({place}.)");
    }

    /// <summary>What is done.</summary>
    public static string Name(ChangeKind kind, Change change) => kind switch
    {
        ChangeKind.SplitVoucher => "Fişi ayrıştır",
        ChangeKind.SplitLine => change.Line is null ? "Satır ekle" : change.After is null ? "Satırı çıkar" : "Satırı ayır",
        ChangeKind.Exclude => "Defter dışı bırak",
        ChangeKind.Set when change.Target == RuleTarget.Chart && change.Before is null && change.Field.EndsWith(".name", StringComparison.Ordinal) => "Hesap ekle",
        ChangeKind.Set => change.After is null && change.Candidates.Count == 0 ? "Sil" : "Değiştir",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>A before, an after or a candidate.</summary>
    public static string? Value(Change change, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return value;
        if (change.Kind == ChangeKind.SplitLine)
            return Lines(value);
        if (change.Field is "debit" or "credit")
            return Amount(AmountField.Parse(value));
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? TurkishText.Date(day) : Word(change.Field, value);
    }

    private static string Lines(string json) => string.Join("\n", LineText.Read(json).Select(Line));

    private static string Line(VoucherLine line)
    {
        var account = line.Account is { } code ? $"{code} {line.AccountName}".TrimEnd() + ": " : string.Empty;
        var debit = line.Debit.IsAbsent ? null : $"borç {Amount(line.Debit)}";
        var credit = line.Credit.IsAbsent ? null : $"alacak {Amount(line.Credit)}";
        return account + string.Join(", ", new[] { debit, credit }.OfType<string>());
    }

    private static string Amount(AmountField amount) => amount.Value is { } value ? TurkishText.Amount(value) + " TL" : amount.ToString();

    private static string Word(string field, string value) => (field, value) switch
    {
        ("state", "approved") => "onaylı",
        ("state", "cancelled") => "iptal (defter dışı)",
        ("state", "planned") => "planlanmış",
        ("state", "prepared") => "hazırlanmış",
        ("state", "checked") => "kontrol edilmiş",
        ("kind", "opening") => "açılış",
        ("kind", "closing") => "kapanış",
        ("side", "D") => "borç",
        ("side", "C") => "alacak",
        ("document.type", "invoice") => "fatura",
        ("document.type", "check") => "çek",
        ("document.type", "voucher") => "senet",
        ("document.type", "receipt") => "makbuz",
        ("document.type", "shipment") => "navlun",
        ("document.type", "order-customer") => "müşteri siparişi",
        ("document.type", "order-vendor") => "satıcı siparişi",
        ("document.type", "other") => "diğer belge",
        _ => value,
    };
}
