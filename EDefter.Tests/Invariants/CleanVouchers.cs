using System.Globalization;
using System.Text;
using CsCheck;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Invariants;

/// <summary>Vouchers that no rule finds fault with, of any kind, day and amount: a generator of faulty ones would never get numbers.</summary>
internal static class CleanVouchers
{
    private static readonly string[] Kinds = ["mahsup", "tahsil", "tediye"];

    /// <summary>Vouchers of one month with different ids and numbers; several fall on one day, and ids do not run with numbers.</summary>
    public static Gen<Voucher[]> Month(int year, int month, int most) =>
        Gen.Select(Gen.Int[1, DateTime.DaysInMonth(year, month)], Gen.Int[0, 2], Gen.Int[1, 1_000_000_00], Gen.Int[0, 999]).Array[0, most].Select(heads =>
            heads.Select((head, n) => Of(
                string.Create(CultureInfo.InvariantCulture, $"{month:00}{head.Item4:000}-{n}"),
                new DateOnly(year, month, head.Item1),
                head.Item3 / 100m,
                Kinds[head.Item2],
                string.Create(CultureInfo.InvariantCulture, $"{month}-{(n * 7) % 1000}"))).ToArray());

    /// <summary>A balanced voucher with a bank slip whose number begins with zeros, in Turkish letters.</summary>
    public static Voucher Of(string id, DateOnly date, decimal amount, string kind = "mahsup", string? number = null)
    {
        var sum = amount.ToString("0.00", CultureInfo.InvariantCulture);
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return VoucherJsonParser.Parse(Encoding.UTF8.GetBytes($$"""
            { "id": "{{id}}", "number": "{{number ?? id}}", "date": "{{day}}", "kind": "{{kind}}", "enteredBy": "Şule Çağlar", "comment": "İğde ağacı {{id}}",
              "lines": [
                { "account": "102.01", "accountName": "ZİRAAT BANKASI", "mainAccountName": "BANKALAR", "debit": {{sum}}, "postingDate": "{{day}}", "paymentMethod": "Banka",
                  "document": { "type": "other", "typeDescription": "Dekont", "number": "000{{id}}", "date": "{{day}}" } },
                { "account": "120.01", "accountName": "MÜŞTERİ İNŞAAT", "mainAccountName": "ALICILAR", "credit": {{sum}}, "postingDate": "{{day}}",
                  "document": { "type": "other", "typeDescription": "Dekont", "number": "000{{id}}", "date": "{{day}}" } } ] }
            """));
    }

    /// <summary>The voucher with a fault that any check finds (FIS010) and Muhasebe Bakım mends: nobody entered it.</summary>
    public static Voucher Faulty(Voucher voucher) => voucher with { EnteredBy = null };

    public static string Json(Voucher voucher) => Encoding.UTF8.GetString(VoucherJsonWriter.ToBytes(voucher));
}
