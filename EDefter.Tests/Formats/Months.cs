using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Journal;
using EDefter.Core.Reading;
using EDefter.Core.Rules;
using EDefter.Core.Sealing;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Formats;

/// <summary>Numbered months for the tests of files: vouchers as they came → entries and the request to archive them.</summary>
internal static class Months
{
    public static readonly Period January = new(2025, 1);

    public static readonly FiscalYear Year = new() { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) };

    /// <summary>The company of the golden month, as month.json says it.</summary>
    public static readonly Company Company = new()
    {
        Id = "ornek-otel",
        TaxId = "0010213576",
        Title = "ÖRNEK <OTELCİLİK> & TURİZM A.Ş.",
        Phone = "2120000000",
        Fax = "",
        Email = "muhasebe@ornek.example",
        Website = "https://ornek.example",
        NaceCode = "551003",
        Address = new Address { BuildingNumber = "1/A", Street = "Işık Sokağı", City = "İstanbul", PostalCode = "034000", Country = "Türkiye" },
        Accountants = [new Accountant { Name = "Ayşe Yılmaz", Engagement = "SMMM sözleşmesi, 2025-01-01, M1", Phone = "2120000001", Email = "" }],
    };

    /// <summary>The month that the golden files were typed from.</summary>
    public static IReadOnlyList<JournalEntry> Golden()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(GoldenPath("month.json")));
        var vouchers = new List<Voucher>();
        foreach (var voucher in document.RootElement.GetProperty("vouchers").EnumerateArray())
            vouchers.Add(VoucherJsonParser.Parse(System.Text.Encoding.UTF8.GetBytes(voucher.GetRawText())));
        return Number(vouchers, 1, 1);
    }

    public static string GoldenPath(string name) => Path.Combine(AppContext.BaseDirectory, "Formats", "Golden", name);

    public static IReadOnlyList<JournalEntry> Number(IEnumerable<Voucher> vouchers, long first, long firstLine)
    {
        var entries = new List<JournalEntry>();
        foreach (var voucher in vouchers)
        {
            var entry = JournalEntry.Create(VoucherFacts.Of(voucher), chart: null, first++, firstLine);
            firstLine += entry.Lines.Count;
            entries.Add(entry);
        }

        return entries;
    }

    public static Numbering NumbersOf(IReadOnlyList<JournalEntry> entries, long first = 1, long firstLine = 1) => new()
    {
        First = first,
        Last = first + entries.Count - 1,
        FirstLine = firstLine,
        LastLine = firstLine + entries.Sum(entry => entry.Lines.Count) - 1,
        Vouchers = entries.Count,
        Lines = entries.Sum(entry => entry.Lines.Count),
        Debit = entries.Sum(entry => entry.Total),
        Credit = entries.Sum(entry => entry.Total),
        Order = "sha256:" + new string('1', 64),
        Previous = "sha256:" + new string('2', 64),
        Chain = "sha256:" + new string('3', 64),
    };

    public static ArchiveRequest RequestOf(IReadOnlyList<JournalEntry> entries) => new()
    {
        Book = new BookId("ornek-otel", "0000"),
        TaxId = "0010213576",
        Period = January,
        FiscalYear = Year,
        Revision = 7,
        Numbers = NumbersOf(entries),
        Creator = "ÖRNEK ERP 4.2",
        Company = Company,
    };

    /// <summary>A balanced voucher of two lines.</summary>
    public static Voucher Simple(int number, string comment = "açıklama", Func<VoucherLine, VoucherLine>? change = null)
    {
        var amount = AmountField.Of(100.25m + number);
        var debit = new VoucherLine { Id = $"L{number}1", Account = "153.01", AccountName = "MALZEME", MainAccountName = "TİCARİ MALLAR", Debit = amount, Description = comment };
        var credit = new VoucherLine { Id = $"L{number}2", Account = "320.001", AccountName = "SATICI", MainAccountName = "SATICILAR", Credit = amount, Description = comment };
        return new Voucher
        {
            Id = $"V{number}",
            Number = number.ToString("D5", System.Globalization.CultureInfo.InvariantCulture),
            Date = DateField.Of(new DateOnly(2025, 1, 1 + (number % 28))),
            Kind = "mahsup",
            EnteredBy = "H.A.",
            Comment = comment,
            Lines = [change?.Invoke(debit) ?? debit, credit],
        };
    }
}
