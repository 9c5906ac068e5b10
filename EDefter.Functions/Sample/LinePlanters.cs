using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>Faults of a line's amount, payment method and foreign currency.</summary>
internal static class LinePlanters
{
    public static IEnumerable<Planter> All =>
    [
        ZeroLine("bank"), ZeroLine("purchase-invoice"), ZeroLine("z-report"),
        BothSides, BothSides,
        ThreeDecimals(0.004m), ThreeDecimals(-0.004m), ThreeDecimals(0.0031m),
        CommaAmount,
        BlankPaymentMethod(" "), BlankPaymentMethod("   "), BlankPaymentMethod("\u00a0"),
        CurrencyWord("EUR", "EURO"), CurrencyWord("USD", "$"),
        RateDateMissing,
    ];

    private static Planter ZeroLine(string module) => new(
        "SAT001",
        "Tutarı sıfır olan satır var",
        voucher => voucher.Module == module && voucher.Lines.Count > 1 && voucher.Grouping?.Kind != "invoices",
        voucher => voucher with { Lines = [.. voucher.Lines, voucher.Lines[0] with { Id = voucher.Id + "-0", Debit = AmountField.Of(0.00m), Credit = AmountField.Absent, Document = null, Description = "Boş satır" }] },
        voucher => [voucher.Lines.Count]);

    // The bank paid the gross and took its commission back on the same line of its statement; the commission's own line stays.
    private static Planter BothSides => new(
        "SAT003",
        "Aynı satırda hem borç hem alacak var: brüt tutar ve banka komisyonu",
        voucher => voucher.Module == "bank" && voucher.Lines.Count == 3 && voucher.Lines[1].Account == "653.01",
        voucher => voucher.Line(1, line => line with { Debit = voucher.Lines[2].Credit, Credit = voucher.Lines[1].Debit, Description = "POS brüt tutarı ve komisyonu" }),
        Plant.First);

    private static Planter ThreeDecimals(decimal more) => new(
        "SAT004",
        "Tutarlar ikiden fazla ondalık taşıyor",
        voucher => Plant.IsSimple(voucher, "bank"),
        voucher => voucher.EveryLine(line => line with
        {
            Debit = line.Debit.IsAbsent ? line.Debit : AmountField.Of(line.Debit.OrZero + more),
            Credit = line.Credit.IsAbsent ? line.Credit : AmountField.Of(line.Credit.OrZero + more),
        }),
        Plant.Every);

    private static Planter CommaAmount => new(
        "SAT005",
        "Tutar virgüllü ve noktalı metin olarak gelmiş, okunamıyor",
        voucher => Plant.IsSimple(voucher, "bank") && voucher.Lines[0].Debit.OrZero > 1_000m,
        voucher => voucher.Line(1, line => line with { Debit = AmountField.Parse(Core.Text.TurkishText.Amount(line.Debit.OrZero)) }),
        Plant.First,
        "Dekonttaki tutar sayı olarak girildi ve fiş yeniden gönderildi.");

    private static Planter BlankPaymentMethod(string blank) => new(
        "ODE002",
        "Ödeme yöntemi boşluktan oluşuyor",
        voucher => voucher.Module == "sales-invoice",
        voucher => voucher.Line(1, line => line with { PaymentMethod = blank }),
        Plant.First);

    private static Planter CurrencyWord(string currency, string word) => new(
        "DOV004",
        "Para birimi kodu ISO 4217 değil: " + word,
        voucher => voucher.Module == "fx" && voucher.Lines[0].Original?.Currency == currency,
        voucher => voucher.EveryLine(line => line with { Original = line.Original! with { Currency = word } }),
        Plant.Every);

    private static Planter RateDateMissing => new(
        "DOV001",
        "Döviz tutarının kur tarihi yok",
        voucher => voucher.Module == "fx",
        voucher => voucher.Line(1, line => line with { Original = line.Original! with { RateDate = DateField.Absent } }),
        Plant.First);
}
