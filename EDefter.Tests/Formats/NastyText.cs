using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Formats;

/// <summary>Texts with what XML 1.0 forbids, halves of surrogate pairs and marks of every format, and vouchers and companies that are full of them.</summary>
internal static class NastyText
{
    private static readonly Gen<char> Forbidden = Gen.OneOf(Gen.Char['\u0000', '\u0008'], Gen.Char['\u000b', '\u000c'], Gen.Char['\u000e', '\u001f'], Gen.Char['\ufffe', '\uffff'], Gen.Char['\ud800', '\udfff']);

    private static readonly Gen<string> Piece = Gen.OneOf(
        Forbidden.Select(c => c.ToString()),
        Gen.OneOf("&", "<", ">", "\"", "'", "]]>", "<!--", "&#0;", "_xFFFE_", ";", "\t", "\r", "\n", "\u0085", "\u2028", "\ufffd", "\ufeff", "😀", "\udbff\udfff", "Işık"));

    /// <summary>At least two characters, so that it can stand where the law asks for a name.</summary>
    public static readonly Gen<string> Any = Piece.Array[1, 5].Select(pieces => "ş" + string.Concat(pieces) + "ı");

    public static readonly Gen<Voucher> Voucher =
        from texts in Any.Array[14]
        from kind in Gen.OneOf("tahsil", "mahsup")
        select new Voucher
        {
            Id = texts[0],
            Number = texts[1],
            Date = DateField.Of(new DateOnly(2025, 1, 5)),
            Kind = kind,
            EnteredBy = texts[2],
            EnteredByUser = texts[3],
            Comment = texts[4],
            Lines = [Line(texts) with { Debit = AmountField.Of(10.05m) }, Line(texts) with { Credit = AmountField.Of(10.05m) }],
        };

    public static readonly Gen<Company> Company =
        from texts in Any.Array[16]
        from currency in Gen.OneOf(Forbidden, Gen.OneOf('"', '&', '<')).Array[3]
        select Months.Company with
        {
            Title = texts[0],
            PersonName = texts[1],
            Phone = texts[2],
            Fax = texts[3],
            Email = texts[4],
            Website = texts[5],
            NaceCode = texts[6],
            SourceApplication = texts[7],
            BookCurrency = new string(currency),
            Address = new Address { BuildingNumber = texts[8], Street = texts[9], City = texts[10], PostalCode = texts[11], Country = texts[12] },
            Branches = [new Branch { Code = "0000", Name = texts[13] }, new Branch { Code = "0001", Name = texts[14] }],
            Accountants = [new Accountant { Name = texts[15], Title = texts[0], Engagement = texts[1], Phone = texts[2], Fax = texts[3], Email = texts[4], ContractNumber = texts[5] }],
            FiscalYears = [Months.Year],
        };

    private static VoucherLine Line(string[] texts) => new()
    {
        Id = texts[5],
        Account = "153." + texts[6],
        AccountName = texts[7],
        MainAccountName = texts[8],
        Description = texts[9],
        PaymentMethod = texts[10],
        Partner = new Partner { Name = texts[11], TaxId = texts[12] },
        Document = new SourceDocument { Type = "other", TypeDescription = texts[13], Number = texts[0], Date = DateField.Of(new DateOnly(2025, 1, 4)) },
        Original = new OriginalAmount { Currency = texts[1], Amount = AmountField.Of(1m), Rate = AmountField.Of(10.05m), RateDate = DateField.Of(new DateOnly(2025, 1, 3)), RateSource = texts[2], RateComment = texts[3] },
    };
}
