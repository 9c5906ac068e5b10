using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Formats.Pdf;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Print;

/// <summary>
/// The cover of a volume: book, owner, what the tax office knows him by, fiscal year, month, pages and control totals. It has no page number; it
/// is drawn last, because only then the number of pages is known.
/// </summary>
internal static class BookCover
{
    private const double Left = 150;
    private const double LabelWidth = 150;
    private const double ValueWidth = PdfFile.PageWidth - Left - LabelWidth - 110;
    private const double Size = 10.5;
    private const double Leading = 15;
    private const double Between = 4;
    private const double Bottom = 40;

    public static void Draw(PdfFile file, PdfPage page, PrintHeading heading, int volume, long first, long last)
    {
        var y = PdfFile.PageHeight - 92;
        Centred(file, page, 30, y, PrintedBooks.Name(heading.Book));
        y -= 24;
        Centred(file, page, 13, y, string.Create(CultureInfo.InvariantCulture, $"{TurkishText.Month(heading.Period)}  ·  {volume}. cilt"));
        y -= 18;
        page.Line(Left - 40, y, PdfFile.PageWidth - Left + 40, y, 0.8);
        y -= 26;
        var facts = Facts(heading, first, last).ToList();
        var scale = ScaleFor(facts, y - Bottom);
        foreach (var (label, value) in facts)
            y = Fact(file, page, y, label, value, scale);
        page.Line(Left - 40, y + Between, PdfFile.PageWidth - Left + 40, y + Between, 0.8);
    }

    // A long address or many accountants make the cover's text smaller, never shorter.
    private static double ScaleFor(List<(string Label, string Value)> facts, double room)
    {
        for (var scale = 1.0; ; scale *= 0.9)
        {
            var height = 0.0;
            foreach (var (_, value) in facts)
                height += HeightOf(Wrapped(PrintText.Visible(value), scale).Count, scale);
            if (height <= room)
                return scale;
        }
    }

    private static double HeightOf(int lines, double scale) => scale * ((Leading * Math.Max(1, lines)) + Between);

    private static List<(int Start, int Length)> Wrapped(string text, double scale)
    {
        var lines = new List<(int Start, int Length)>();
        TextWrap.Into(text, TrueTypeFont.Regular, Size * scale, ValueWidth, lines);
        return lines;
    }

    private static IEnumerable<(string Label, string Value)> Facts(PrintHeading heading, long first, long last)
    {
        var company = heading.Company;
        var numbers = heading.Numbers;
        yield return (company.Title is null ? "Adı soyadı" : "Unvanı", heading.Owner);
        yield return (PageHead.TaxIdLabel(company.TaxId), company.TaxId);
        yield return ("Şube", heading.BranchName);
        if (AddressOf(company.Address) is { Length: > 0 } address)
            yield return ("Adresi", address);
        if (!string.IsNullOrWhiteSpace(company.NaceCode))
            yield return ("Faaliyet (NACE) kodu", company.NaceCode);
        yield return ("Hesap dönemi", $"{TurkishText.Date(heading.Year.Start)} – {TurkishText.Date(heading.Year.End)}");
        yield return ("Defterin dönemi", $"{TurkishText.Date(heading.From)} – {TurkishText.Date(heading.To)}");
        yield return ("Sayfalar", $"{TurkishText.Count(first)} – {TurkishText.Count(last)}   ({TurkishText.Count(last - first + 1)} sayfa)");
        if (numbers.Vouchers > 0)
            yield return ("Ayın yevmiye maddeleri", $"{TurkishText.Count(numbers.First)} – {TurkishText.Count(numbers.Last)}   ({TurkishText.Count(numbers.Vouchers)} madde, {TurkishText.Count(numbers.Lines)} satır)");
        yield return ("Ayın borç toplamı", PrintText.Amount(numbers.Debit));
        yield return ("Ayın alacak toplamı", PrintText.Amount(numbers.Credit));
        foreach (var accountant in company.Accountants)
            yield return ("Meslek mensubu", string.Join(' ', new[] { accountant.Title, accountant.Name }.Where(part => !string.IsNullOrWhiteSpace(part))));
        yield return ("Denetim özeti", numbers.Chain);
    }

    private static string AddressOf(Address? address)
    {
        if (address is null)
            return string.Empty;
        var street = string.IsNullOrWhiteSpace(address.BuildingNumber) ? address.Street : $"{address.Street} No: {address.BuildingNumber}";
        return string.Join(", ", new[] { street, address.PostalCode, address.City, address.Country }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }

    private static double Fact(PdfFile file, PdfPage page, double y, string label, string value, double scale)
    {
        var text = PrintText.Visible(value);
        var lines = Wrapped(text, scale);
        page.Text(file.SemiBold, "F1"u8, Size * scale, Left, y, label);
        for (var i = 0; i < lines.Count; i++)
            page.Text(file.Regular, "F0"u8, Size * scale, Left + LabelWidth, y - (i * Leading * scale), text.AsSpan(lines[i].Start, lines[i].Length));
        return y - HeightOf(lines.Count, scale);
    }

    private static void Centred(PdfFile file, PdfPage page, double size, double y, string text) =>
        page.Text(file.SemiBold, "F1"u8, size, (PdfFile.PageWidth - (TrueTypeFont.SemiBold.WidthOf(text) * size / 1000)) / 2, y, text);
}
