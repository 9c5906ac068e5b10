using System.Globalization;
using EDefter.Core.Formats.Pdf;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Print;

/// <summary>The head of every numbered page: whose book it is, which book and month, and the page's number.</summary>
internal sealed class PageHead
{
    private const double OwnerSize = 9;
    private const double OwnerLeading = 10.5;
    private const double SmallSize = 7.4;
    private const double BookSize = 13;
    private const double PageSize = 10;

    // The owner's name may take the left third, and a third of the page: there must be room for the book.
    private const double OwnerPart = 0.36;
    private const double HeightMax = PdfFile.PageHeight / 3;

    private readonly string owner;
    private readonly string identity;
    private readonly string book;
    private readonly string month;
    private readonly string year;
    private readonly List<(int Start, int Length)> ownerLines = [];
    private readonly List<(int Start, int Length)> identityLines = [];
    private readonly double scale = 1;

    public PageHead(PrintHeading heading)
    {
        owner = PrintText.Visible(heading.Owner);
        identity = PrintText.Visible($"{TaxIdLabel(heading.Company.TaxId)}: {heading.Company.TaxId}   Şube: {heading.BranchName}");
        book = PrintedBooks.Name(heading.Book);
        month = $"{TurkishText.Month(heading.Period)}  ({TurkishText.Date(heading.From)} – {TurkishText.Date(heading.To)})";
        year = $"Hesap dönemi: {TurkishText.Date(heading.Year.Start)} – {TurkishText.Date(heading.Year.End)}";
        // A name without end makes the head's text smaller, never shorter.
        for (Wrap(); (ownerLines.Count + identityLines.Count) * OwnerLeading * scale > HeightMax; Wrap())
            scale *= 0.9;
    }

    /// <summary>What the number of a person or a company is called.</summary>
    public static string TaxIdLabel(string taxId) => taxId.Length == 11 ? "T.C. kimlik no" : "Vergi kimlik no";

    private void Wrap()
    {
        ownerLines.Clear();
        identityLines.Clear();
        TextWrap.Into(owner, TrueTypeFont.SemiBold, OwnerSize * scale, BookPages.TableWidth * OwnerPart, ownerLines);
        TextWrap.Into(identity, TrueTypeFont.Regular, SmallSize * scale, BookPages.TableWidth * OwnerPart, identityLines);
    }

    /// <returns>Where the table may begin.</returns>
    public double Draw(PdfFile file, PdfPage page, double left, double width, double top, long number)
    {
        var y = top;
        foreach (var (start, length) in ownerLines)
        {
            page.Text(file.SemiBold, "F1"u8, OwnerSize * scale, left, y, owner.AsSpan(start, length));
            y -= OwnerLeading * scale;
        }

        foreach (var (start, length) in identityLines)
        {
            page.Text(file.Regular, "F0"u8, SmallSize * scale, left, y, identity.AsSpan(start, length));
            y -= OwnerLeading * scale;
        }

        var middle = left + (width / 2);
        page.Text(file.SemiBold, "F1"u8, BookSize, middle - (TrueTypeFont.SemiBold.WidthOf(book) * BookSize / 2000), top - 2, book);
        page.Text(file.Regular, "F0"u8, SmallSize, middle - (TrueTypeFont.Regular.WidthOf(month) * SmallSize / 2000), top - 13, month);
        var right = left + width;
        var label = string.Create(CultureInfo.InvariantCulture, $"Sayfa {number}");
        page.Text(file.SemiBold, "F1"u8, PageSize, right - (TrueTypeFont.SemiBold.WidthOf(label) * PageSize / 1000), top, label);
        page.Text(file.Regular, "F0"u8, SmallSize, right - (TrueTypeFont.Regular.WidthOf(year) * SmallSize / 1000), top - 13, year);
        return Math.Min(y, top - OwnerLeading - OwnerLeading) + 3;
    }
}
