using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>On each entry (<c>gl-cor:entryHeader</c>) of a book, when it ends; the sums of its lines are in <see cref="LineSums"/>.</summary>
internal static class EntryAsserts
{
    private const string Again = "Belgeyi yeniden üretin.";
    private const string Voucher = "Fişi ERP’de düzeltip belgeyi yeniden üretin.";

    public static readonly IReadOnlyList<GibAssert> All =
    [
        new("Y76", "Maddeyi kaydedenin adı yok.", Voucher, static (_, entry) => entry["gl-cor:enteredBy"].Any),
        new("Y77", "Maddeyi kaydedenin adı en az iki karakter olmalıdır.", Voucher, static (_, entry) => !entry["gl-cor:enteredBy"].Any || XPath.Length(entry["gl-cor:enteredBy"].Normal) >= 2),
        new("Y78", "Maddenin kayıt tarihi yok.", Voucher, static (_, entry) => entry["gl-cor:enteredDate"].Any),
        new("Y79", "Maddenin tarihi belgenin kapsadığı günlerin dışında.", Again, static (scope, entry) => !entry["gl-cor:enteredDate"].Any || scope.IsInPeriod(entry["gl-cor:enteredDate"])),
        new("Y80 K76", "Borç toplamı yok.", Again, static (_, entry) => entry["gl-bus:totalDebit"].Any),
        new("Y81 K77", "Alacak toplamı yok.", Again, static (_, entry) => entry["gl-bus:totalCredit"].Any),
        new("Y82", "Maddenin yevmiye madde numarası yok.", Again, static (_, entry) => entry["gl-cor:entryNumberCounter"].Any),
        new("Y84", "Maddenin borç ve alacak toplamları aynı yazılmamış.", "Fiş dengeli olmalı, iki toplam aynı basamakla yazılmalıdır; fişi kontrol edip belgeyi yeniden üretin.", static (_, entry) => entry["gl-bus:totalDebit"].Is(entry["gl-bus:totalCredit"])),
        new("K79", "Hesabın borç toplamı sıfırdan küçük.", Again, static (_, entry) => entry["gl-bus:totalDebit"].IsAtLeast(0)),
        new("K80", "Hesabın alacak toplamı sıfırdan küçük.", Again, static (_, entry) => entry["gl-bus:totalCredit"].IsAtLeast(0)),
        new("K81", "Hesabın hem borç hem alacak toplamı dolu; toplam net ve tek tarafta olmalıdır.", Again, static (_, entry) => entry["gl-bus:totalDebit"].Is(0) || entry["gl-bus:totalCredit"].Is(0)),
        new("Y87 K85", "Borç toplamı, en çok iki ondalıklı bir sayı değil.", Again, static (_, entry) => XPath.IsAmount(entry["gl-bus:totalDebit"].Normal)),
        new("Y88 K86", "Alacak toplamı, en çok iki ondalıklı bir sayı değil.", Again, static (_, entry) => XPath.IsAmount(entry["gl-bus:totalCredit"].Normal)),
    ];

    /// <summary>On each entry with the sums of its lines.</summary>
    public static readonly IReadOnlyList<SumAssert> Sums =
    [
        new("Y83", "Maddede ikiden az satır var.", Voucher, static (_, sums) => sums.Lines > 1),
        new("K78", "Hesabın hiç satırı yok.", Again, static (_, sums) => sums.Lines > 0),
        new("Y85", "Borç toplamı, borç satırlarının toplamına eşit değil.", Again, static (entry, sums) => entry["gl-bus:totalDebit"].Is((double)sums.Debit)),
        new("Y86", "Alacak toplamı, alacak satırlarının toplamına eşit değil.", Again, static (entry, sums) => entry["gl-bus:totalCredit"].Is((double)sums.Credit)),
        new("K82", "Hesabın net toplamı, satırlarının net toplamına eşit değil.", Again, static (entry, sums) => IsNet(entry, sums)),
        new("K83", "Hesabın satırlarında farklı ana hesap kodları var.", Again, static (_, sums) => sums.MainAccounts.Count == 1),
        new("K84", "Hesabın satırlarında farklı alt hesap kodları var.", Again, static (_, sums) => sums.SubAccounts.Count < 2),
    ];

    private static bool IsNet(Element entry, LineSums sums)
    {
        var (debit, credit) = (entry["gl-bus:totalDebit"].Single, entry["gl-bus:totalCredit"].Single);
        return debit is not null && credit is not null && XPath.Double(debit.Text) - XPath.Double(credit.Text) == (double)(sums.Debit - sums.Credit);
    }
}
