using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>Faults of the voucher's head, of its balance and of its dates.</summary>
internal static class HeadPlanters
{
    public static IEnumerable<Planter> All =>
    [
        TransposedDigits("320"), TransposedDigits("120"),
        KurusMissing,
        Unapproved("prepared"), Unapproved("planned"),
        NumberOfAnother,
        NobodyEntered(user: "Emine Karagöz"), NobodyEntered(user: null), OneLetterEntered,
        KindMissing("cash-receipt"), KindMissing("cash-expense"), KindMissing("bank"),
        DateMissing, DateInWords,
        PostedAnotherDay("purchase-invoice"), PostedAnotherDay("bank"), PostedAnotherDay("cheque"),
    ];

    private static Planter TransposedDigits(string main) => new(
        "FIS001",
        "Tutarın iki rakamı yer değiştirmiş, fiş dengesiz",
        voucher => Plant.IsSimple(voucher, "bank") && voucher.Lines.Any(line => line.Account!.StartsWith(main, StringComparison.Ordinal)) && Transpose(voucher.Lines[0].Debit.OrZero) - voucher.Lines[0].Debit.OrZero > 1,
        voucher => voucher.Line(1, line => line with { Debit = AmountField.Of(Transpose(line.Debit.OrZero)) }),
        Plant.Head,
        "Dekonta bakıldı: rakamlar yer değiştirmiş. Fiş doğru tutarla yeniden gönderildi.");

    private static Planter KurusMissing => new(
        "FIS002",
        "Fişte bir kuruş fark var",
        voucher => voucher.Module == "purchase-invoice" && voucher.Lines.Count == 3,
        voucher => voucher.Line(2, line => line with { Debit = AmountField.Of(line.Debit.OrZero - 0.01m) }),
        Plant.Head,
        "Faturaya bakıldı: KDV bir kuruş eksik girilmiş. Fiş faturadaki KDV ile yeniden gönderildi.");

    private static Planter Unapproved(string state) => new(
        "FIS006",
        state == "planned" ? "Fiş taslak durumda kalmış" : "Fiş onay bekliyor",
        voucher => voucher.Module == "purchase-invoice" && voucher.Grouping is null,
        voucher => voucher with { State = state },
        Plant.Head,
        state == "planned" ? "Fiş incelendi, ERP’de onaylandı ve yeniden gönderildi." : "Fiş incelendi; Muhasebe Bakım planındaki seçeneklerden onaylanması seçildi.",
        state == "planned" ? null : "approved");

    private static Planter NumberOfAnother => new(
        "FIS008",
        "Fiş numarası bir önceki mahsup fişinin numarasıyla aynı",
        voucher => Plant.IsSimple(voucher, "bank") && voucher.Kind == "mahsup" && voucher.Date.Value!.Value.Day > 5,
        voucher => voucher with { Number = NumberBefore(voucher.Number!) },
        Plant.Head,
        "Sonra girilen fişe kendi sıra numarası verildi ve yeniden gönderildi.");

    private static Planter NobodyEntered(string? user) => new(
        "FIS010",
        user is null ? "Fişi giren kullanıcı boş" : "Fişi giren kullanıcı boş, denetim izinde adı var",
        voucher => voucher.Module == "z-report",
        voucher => voucher with { EnteredBy = null, EnteredByUser = user },
        Plant.Head);

    private static Planter OneLetterEntered => new(
        "FIS010",
        "Fişi giren kullanıcı tek harf",
        voucher => voucher.Module == "sales-invoice",
        voucher => voucher with { EnteredBy = "A" },
        Plant.Head);

    private static Planter KindMissing(string module) => new(
        "FIS011",
        "Fiş türü boş",
        voucher => Plant.IsSimple(voucher, module) && voucher.Date.Value!.Value.Day > 3 || (module == "cash-expense" && voucher.Module == module),
        voucher => voucher with { Kind = null },
        Plant.Head);

    private static Planter DateMissing => new(
        "TAR003",
        "Fiş tarihi boş",
        voucher => voucher.Module == "sales-invoice",
        voucher => voucher with { Date = DateField.Absent },
        Plant.Head,
        "Fatura tarihine göre fiş tarihi girildi ve fiş yeniden gönderildi.");

    private static Planter DateInWords => new(
        "TAR003",
        "Fiş tarihi okunamıyor",
        voucher => voucher.Module == "cheque",
        voucher => voucher with { Date = DateField.Parse(voucher.Date.Value!.Value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)) },
        Plant.Head,
        "Tarih biçimi düzeltildi ve fiş yeniden gönderildi.");

    private static Planter PostedAnotherDay(string module) => new(
        "TAR004",
        "Satırın tarihi fişin tarihinden farklı",
        voucher => voucher.Module == module && voucher.Grouping is null && voucher.Date.Value!.Value.Day is > 2 and < 30,
        voucher => voucher.Line(2, line => line with { PostingDate = DateField.Of(line.PostingDate.Value!.Value.AddDays(1)) }),
        Plant.Second);

    // 12.540,00 → 21.540,00 of the two leading digits: the difference is divisible by 9, as it is when people transpose.
    private static decimal Transpose(decimal amount)
    {
        var digits = amount.ToString(CultureInfo.InvariantCulture);
        return decimal.Parse(string.Concat(digits.AsSpan(1, 1), digits.AsSpan(0, 1), digits.AsSpan(2)), CultureInfo.InvariantCulture);
    }

    private static string NumberBefore(string number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number.AsSpan(0, 3)}{int.Parse(number.AsSpan(3), CultureInfo.InvariantCulture) - 1:D6}");
}
