using System.Globalization;
using EDefter.Core.Formats.Print;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Formats.Print;

/// <summary>The printed yevmiye defteri, read back from its pages.</summary>
public sealed class JournalPrinterTests
{
    [Fact]
    public void Whatever_the_month_holds_its_book_reads_back_whole() =>
        PrintMonths.Month.Sample(
            entries =>
            {
                var heading = PrintMonths.HeadingOf(entries, firstPage: 17, carried: 1_234_567.89m);
                var volumes = PrintMonths.Print(entries, heading);
                JournalReading.AssertBook(entries, PrintReader.Pages(volumes, PrintReader.JournalEdges, headingLines: 2), 17, heading.CarriedDebit);
            },
            iter: 12);

    [DeepFact]
    public void Whatever_many_months_hold_their_books_read_back_whole() =>
        PrintMonths.Month.Sample(
            entries => JournalReading.AssertBook(entries, PrintReader.Pages(PrintMonths.Print(entries, PrintMonths.HeadingOf(entries)), PrintReader.JournalEdges, headingLines: 2), 1, 0),
            iter: 300);

    [Fact]
    public void A_month_of_many_pages_is_divided_into_volumes_whose_pages_go_on()
    {
        var entries = PrintMonths.Plain(11_000);
        var volumes = PrintMonths.Print(entries, PrintMonths.HeadingOf(entries, firstPage: 101));
        Assert.Equal(2, volumes.Count);
        Assert.All(volumes, volume => Assert.InRange(volume.Pages, 2, 500));
        Assert.Equal((101, 599, 600), (volumes[0].FirstPage, volumes[0].LastPage, volumes[1].FirstPage));
        Assert.All(volumes, volume => Assert.Equal(volume.Pages - 1, volume.LastPage - volume.FirstPage + 1));
        Assert.Contains(PrintReader.Cover(volumes[1]), line => line.StartsWith("Sayfalar", StringComparison.Ordinal) && line.Contains($"600 – {volumes[1].LastPage}", StringComparison.Ordinal));
        JournalReading.AssertBook(entries, PrintReader.Pages(volumes, PrintReader.JournalEdges, headingLines: 2), 101, 0);
    }

    [Fact]
    public void An_entry_longer_than_a_page_goes_on_and_says_so()
    {
        var voucher = Months.Simple(1) with { Lines = [.. Enumerable.Range(0, 90).SelectMany(_ => Months.Simple(1).Lines)] };
        var entries = Months.Number([voucher, Months.Simple(2)], 1, 1);
        var pages = PrintReader.Pages(PrintMonths.Print(entries, PrintMonths.HeadingOf(entries)), PrintReader.JournalEdges, headingLines: 2);
        Assert.True(pages.Count > 3);
        Assert.Equal("Madde 1    02.01.2025  (devamı)", pages[1].Lines[1].First);
        JournalReading.AssertBook(entries, pages, 1, 0);
    }

    [Fact]
    public void A_text_longer_than_a_page_is_wrapped_over_pages_and_nothing_of_it_is_cut()
    {
        var text = string.Join(' ', Enumerable.Range(1, 5_000).Select(number => "kelime" + number.ToString(CultureInfo.InvariantCulture)));
        var entries = Months.Number([Months.Simple(1, text), Months.Simple(2, new string('Ş', 9_000))], 1, 1);
        JournalReading.AssertBook(entries, PrintReader.Pages(PrintMonths.Print(entries, PrintMonths.HeadingOf(entries)), PrintReader.JournalEdges, headingLines: 2), 1, 0);
    }

    [Theory]
    [InlineData("0.01", "0,01")]
    [InlineData("999999999999.99", "999.999.999.999,99")]
    [InlineData("1234.5000", "1.234,50")]
    public void Amounts_are_set_the_Turkish_way_whatever_their_size(string sent, string shown)
    {
        var amount = AmountField.Of(decimal.Parse(sent, CultureInfo.InvariantCulture));
        var voucher = Months.Simple(1);
        var entries = Months.Number([voucher with { Lines = [voucher.Lines[0] with { Debit = amount }, voucher.Lines[1] with { Credit = amount }] }], 1, 1);
        var page = Assert.Single(PrintReader.Pages(PrintMonths.Print(entries, PrintMonths.HeadingOf(entries)), PrintReader.JournalEdges, headingLines: 2));
        Assert.Equal((shown, shown), (page.Lines[1].Cells[4], page.Lines[2].Cells[5]));
    }

    [Fact]
    public void Totals_of_a_year_too_wide_for_their_column_are_set_smaller_and_stay_in_it()
    {
        var entries = PrintMonths.Plain(200);
        var heading = PrintMonths.HeadingOf(entries, carried: 99_999_999_999_999_999_999.99m);
        JournalReading.AssertBook(entries, PrintReader.Pages(PrintMonths.Print(entries, heading), PrintReader.JournalEdges, headingLines: 2), 1, heading.CarriedDebit);
    }

    [Fact]
    public void The_same_month_is_the_same_bytes_under_every_culture()
    {
        var entries = PrintMonths.Plain(150);
        var before = CultureInfo.CurrentCulture;
        try
        {
            var hashes = ((string[])["tr-TR", "en-US", "ar-SA", "tr-TR"]).Select(culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                return PrintMonths.Print(entries, PrintMonths.HeadingOf(entries)).Single().Sha256;
            }).ToList();
            Assert.Single(hashes.Distinct(StringComparer.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_cover_says_whose_book_it_is_and_what_is_in_it()
    {
        var entries = PrintMonths.Plain(60);
        var cover = string.Join('\n', PrintReader.Cover(PrintMonths.Print(entries, PrintMonths.HeadingOf(entries, firstPage: 12)).Single()));
        var total = entries.Sum(entry => entry.Total).ToString("N2", CultureInfo.GetCultureInfo("tr-TR"));
        foreach (var fact in (string[])["Yevmiye Defteri", "Ocak 2025  ·  1. cilt", "ÖRNEK OTELCİLİK TURİZM İŞLETMECİLİĞİ VE TİCARET ANONİM ŞİRKETİ", "0010213576", "0000 Merkez", "Işıklar Caddesi No: 12, 07100, Antalya, Türkiye", "01.01.2025 – 31.12.2025", "12 – 16   (5 sayfa)", "1 – 60   (60 madde, 120 satır)", total])
            Assert.Contains(fact, cover, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cover_of_long_texts_stays_on_its_page()
    {
        var entries = PrintMonths.Plain(1);
        var heading = PrintMonths.HeadingOf(entries);
        var company = heading.Company with { Title = string.Join(' ', Enumerable.Repeat("ŞİRKET", 300)), Accountants = [.. Enumerable.Range(1, 30).Select(number => new Core.Companies.Accountant { Name = "MÜŞAVİR " + number, Title = "SMMM" })] };
        var cover = PrintReader.Cover(PrintMonths.Print(entries, heading with { Company = company }).Single());
        Assert.Equal(300, string.Concat(cover).Split("ŞİRKET").Length - 1);
        Assert.Contains("Denetim özeti", cover[^1], StringComparison.Ordinal);
    }

    /// <summary>A head as high as the page would leave no room for the book, and pages without end.</summary>
    [Fact]
    public void A_name_without_end_leaves_room_for_the_book()
    {
        var entries = PrintMonths.Plain(40);
        var heading = PrintMonths.HeadingOf(entries);
        var company = heading.Company with { Title = string.Join(' ', Enumerable.Repeat("ŞİRKET", 2_000)) };
        Assert.InRange(PrintMonths.Print(entries, heading with { Company = company }).Single().Pages, 3, 10);
    }

    [Fact]
    public void Characters_that_the_font_lacks_are_shown_by_codes_that_stay_whole_and_are_counted()
    {
        var emoji = string.Concat(Enumerable.Repeat("\U0001F600", 40));
        var entries = Months.Number([Months.Simple(1, "שלום – Москва – İŞÇİ"), Months.Simple(2, emoji)], 1, 1);
        using var printer = new JournalPrinter(PrintMonths.HeadingOf(entries));
        foreach (var entry in entries)
            printer.Write(entry);
        printer.Complete();
        Assert.True(printer.TryTake(out var volume));

        // A comment and two lines each; Cyrillic and Turkish letters are drawn.
        Assert.Equal([new("U+05D5", 3), new("U+05DC", 3), new("U+05DD", 3), new("U+05E9", 3), new("U+1F600", 120)], printer.ShownByCode);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(volume.File);
        // On each line of the page every code is whole.
        var letters = pdf.GetPage(2).Letters;
        Assert.Equal(132, letters.GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)).Sum(line => System.Text.RegularExpressions.Regex.Count(string.Concat(line.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value)), @"\[U\+[0-9A-F]{4,5}\]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))));
    }

    [Fact]
    public void A_book_that_lacks_an_entry_cannot_be_completed()
    {
        var entries = PrintMonths.Plain(3);
        using var printer = new JournalPrinter(PrintMonths.HeadingOf(entries));
        printer.Write(entries[0]);
        Assert.Throws<InvalidOperationException>(() => printer.Write(entries[2]));
        printer.Write(entries[1]);
        Assert.Throws<InvalidOperationException>(printer.Complete);
    }
}
