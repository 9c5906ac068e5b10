using System.Text;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Print;
using EDefter.Core.Journal;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Formats.Print;

/// <summary>Months to be printed: texts of every length, every Turkish letter, and the smallest and largest amounts.</summary>
internal static class PrintMonths
{
    private static readonly string[] Words = ["ığüşöç", "İĞÜŞÖÇ", "fatura", "No:17/B", "âîû", "Şişli–İstanbul", "₺", "%20", "depo", "KDV", "(iade)", "M.ÖZIŞIK", "😀", "中", "A.Ş.", "2025/1"];

    private static readonly (string Code, string Name, string MainName)[] Accounts =
        [("100", "KASA", "KASA"), ("153.01.001", "MALZEME VE YEDEK PARÇA", "TİCARİ MALLAR"), ("191.20", "İNDİRİLECEK KDV %20", "İNDİRİLECEK KDV"), ("320.001", "IŞIK TEKSTİL SANAYİ VE TİCARET LİMİTED ŞİRKETİ İSTANBUL ŞUBESİ", "SATICILAR"), ("600.01", "YURT İÇİ SATIŞLAR", "YURT İÇİ SATIŞLAR")];

    public static readonly Gen<string> Text = Gen.OneOf(
        Gen.Int[0, 12].SelectMany(count => Gen.Int[0, Words.Length - 1].Array[count].Select(which => string.Join(' ', which.Select(word => Words[word])))),
        Gen.Int[1, 300].Select(length => new string('W', length)),
        Gen.Int[20, 260].SelectMany(count => Gen.Int[0, Words.Length - 1].Array[count].Select(which => string.Join(' ', which.Select(word => Words[word])))));

    private static readonly Gen<long> Minor = Gen.OneOf(Gen.Const(1L), Gen.Const(99_999_999_999_999L), Gen.Long[1, 999_999_99]);

    private static readonly Gen<Voucher> AnyVoucher =
        from number in Gen.Int[1, 99_999]
        from day in Gen.Int[1, 31]
        from kind in Gen.OneOf("opening", "tahsil", "tediye", "mahsup", "closing")
        from comment in Text
        from pairs in Gen.Select(Minor, Line, Line).Array[1, 12]
        select new Voucher
        {
            Id = "V" + number,
            Number = number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture),
            Date = DateField.Of(new DateOnly(2025, 1, day)),
            Kind = kind,
            EnteredBy = "H.A.",
            Comment = comment.Length == 0 ? null : comment,
            Lines = [.. pairs.SelectMany(pair => (VoucherLine[])[pair.Item2 with { Debit = AmountField.Of(pair.Item1 / 100m) }, pair.Item3 with { Credit = AmountField.Of(pair.Item1 / 100m) }])],
        };

    public static readonly Gen<IReadOnlyList<JournalEntry>> Month = AnyVoucher.Array[1, 25].Select(vouchers => Months.Number(vouchers, 1, 1));

    private static Gen<VoucherLine> Line =>
        from account in Gen.Int[0, Accounts.Length - 1]
        from description in Text
        from document in Gen.Int[0, 2]
        select new VoucherLine
        {
            Account = Accounts[account].Code,
            AccountName = Accounts[account].Name,
            MainAccountName = Accounts[account].MainName,
            Description = description.Length == 0 ? null : description,
            Document = document switch
            {
                1 => new SourceDocument { Type = "invoice", Number = "ABC2025000000001", Date = DateField.Of(new DateOnly(2025, 1, 15)) },
                2 => new SourceDocument { Type = "other", TypeDescription = "Serbest Meslek Makbuzu", Number = "00017", Date = DateField.Of(new DateOnly(2025, 1, 2)) },
                _ => null,
            },
        };

    public static PrintHeading HeadingOf(IReadOnlyList<JournalEntry> entries, PrintedBook book = PrintedBook.Journal, long firstPage = 1, decimal carried = 0) => new()
    {
        Book = book,
        Company = new Company
        {
            Id = "ornek-otel",
            TaxId = "0010213576",
            Title = "ÖRNEK OTELCİLİK TURİZM İŞLETMECİLİĞİ VE TİCARET ANONİM ŞİRKETİ",
            Address = new Address { Street = "Işıklar Caddesi", BuildingNumber = "12", PostalCode = "07100", City = "Antalya", Country = "Türkiye" },
            NaceCode = "551003",
            Branches = [new Branch { Code = "0000", Name = "Merkez" }],
        },
        Branch = "0000",
        Period = Months.January,
        Year = Months.Year,
        Numbers = Months.NumbersOf(entries),
        CarriedDebit = carried,
        CarriedCredit = carried,
        FirstPage = firstPage,
        Identity = "0123456789abcdef0123456789abcdef",
    };

    public static List<PrintedVolume> Print(IReadOnlyList<JournalEntry> entries, PrintHeading heading)
    {
        using var printer = new JournalPrinter(heading);
        var volumes = new List<PrintedVolume>();
        foreach (var entry in entries)
        {
            printer.Write(entry);
            while (printer.TryTake(out var volume))
                volumes.Add(volume);
        }

        printer.Complete();
        while (printer.TryTake(out var last))
            volumes.Add(last);
        return volumes;
    }

    /// <summary>What must be read of a text, white space left out: what no font of ours draws is shown by its number.</summary>
    public static string Expected(string? text)
    {
        var shown = new StringBuilder();
        foreach (var rune in (text ?? string.Empty).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                continue;
            shown.Append(rune.Value switch { 0x1F600 => "[U+1F600]", 0x4E2D => "[U+4E2D]", _ => rune.ToString() });
        }

        return shown.ToString();
    }

    public static string Squeezed(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    /// <summary>A month of so many entries of two lines.</summary>
    public static IReadOnlyList<JournalEntry> Plain(int entries) => Months.Number(Enumerable.Range(1, entries).Select(number => Months.Simple(number)), 1, 1);
}
