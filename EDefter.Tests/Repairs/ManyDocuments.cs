using System.Globalization;
using CsCheck;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Repairs;

/// <summary>Vouchers that hold several entries at once: valid vouchers laid together, their lines shuffled, some of their documents lost.</summary>
internal static class ManyDocuments
{
    /// <summary>Each document on its lines, every one balanced by itself; now and then a line lost its document, or rests on another line.</summary>
    public static Gen<Voucher> Any { get; } =
        from vouchers in ValidVouchers.Any.Where(static voucher => voucher.Document is null && voucher.Module is null).Array[2, 4]
        from seed in Gen.Int[0, int.MaxValue]
        select Lay(vouchers, new Random(seed));

    private static Voucher Lay(Voucher[] vouchers, Random random)
    {
        var lines = new List<VoucherLine>();
        for (var i = 0; i < vouchers.Length; i++)
            lines.AddRange(vouchers[i].Lines.Select((line, at) => Own(line, i, at, vouchers[0].Date)));
        var shuffled = lines.ToArray();
        random.Shuffle(shuffled);
        if (random.Next(3) == 0)
            Lose(shuffled, random);
        if (random.Next(4) == 0 && shuffled[0].Document is { } first)
            return vouchers[0] with { Kind = "mahsup", Lines = OnTheHead(shuffled), Document = first };
        return vouchers[0] with { Kind = "mahsup", Lines = shuffled };
    }

    private static VoucherLine Own(VoucherLine line, int voucher, int at, DateField date) => line with
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{voucher}.{at}"),
        Account = line.Account!.StartsWith("100", StringComparison.Ordinal) ? "120.09" : line.Account,
        PostingDate = date,
        Document = new SourceDocument { Type = voucher == 0 ? "invoice" : "receipt", Number = string.Create(CultureInfo.InvariantCulture, $"ABC20250000000{voucher:D2}"), Date = date },
        Original = null,
        PaymentMethod = line.Account.StartsWith("102", StringComparison.Ordinal) ? line.PaymentMethod : null,
    };

    // The VAT of a base, or a line that the ERP left bare: where it belongs shows only in what it rests on, or in the balance.
    private static void Lose(VoucherLine[] lines, Random random)
    {
        var at = random.Next(lines.Length);
        var sibling = Array.FindIndex(lines, line => line != lines[at] && line.Document == lines[at].Document);
        lines[at] = lines[at] with { Document = null, BaseLine = random.Next(2) == 0 ? lines[sibling].Id : null };
    }

    // The head names the document of the first line, whose lines name none themselves; the ERP's ids tell that the head is only the first of many.
    private static VoucherLine[] OnTheHead(VoucherLine[] lines) =>
        [.. lines.Select(line => (line.Document == lines[0].Document ? line with { Document = null } : line) with { SourceDocument = line.Id![..line.Id!.IndexOf('.', StringComparison.Ordinal)] })];
}
