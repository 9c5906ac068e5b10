using System.Security.Cryptography;
using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.Gib;

/// <summary>
/// What stands above the entries of every document: whose book it is, of which year, kept by whom (Genel Açıklamalar 4.1, 4.2). What the
/// company has not told stays out; the checks of the finished documents say what is missing.
/// </summary>
public sealed record GibHeading
{
    public required string TaxId { get; init; }

    /// <summary>Title of a company, name of a person.</summary>
    public string? Name { get; init; }

    /// <summary>The branch whose books these are; null where they are kept for the whole company.</summary>
    public Branch? Branch { get; init; }

    public required Company Company { get; init; }

    public required FiscalYear FiscalYear { get; init; }

    public required Period Period { get; init; }

    /// <summary>oluşturulma tarihi: an input kept with the archive, never the clock's, so that the same month gives the same bytes.</summary>
    public required DateOnly CreationDate { get; init; }

    /// <summary>Who makes the book, free text.</summary>
    public required string Creator { get; init; }

    /// <summary>Currency of the book, three letters.</summary>
    public string Currency { get; init; } = "TRY";

    /// <summary>A natural person has a TCKN of eleven digits.</summary>
    public bool IsPerson => TaxId.Length == 11;

    /// <summary>SHA-256 of what the heading writes, hex: another address is another document, another webhook is not.</summary>
    internal string Fingerprint()
    {
        var bytes = new ByteBuffer();
        new HeadXml(this, GibDocument.Journal, bytes).Write(new GibPart { Number = 0, Series = 0, From = Period.FirstDay, To = Period.LastDay }, segment: null);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.Written));
    }

    public static GibHeading Of(Company company, BookId book, FiscalYear year, Period period, DateOnly creationDate, string creator)
    {
        var isBranch = !string.Equals(book.Branch, Branch.HeadOffice, StringComparison.Ordinal);
        return new GibHeading
        {
            TaxId = company.TaxId,
            Name = company.TaxId.Length == 11 ? company.PersonName ?? company.Title : company.Title ?? company.PersonName,
            Branch = isBranch ? company.Branches.FirstOrDefault(branch => string.Equals(branch.Code, book.Branch, StringComparison.Ordinal)) ?? new Branch { Code = book.Branch } : null,
            Company = company,
            FiscalYear = year,
            Period = period,
            CreationDate = creationDate,
            Creator = creator,
            Currency = company.BookCurrency is { Length: 3 } currency && currency.All(char.IsAsciiLetter) ? currency.ToUpperInvariant() : "TRY",
        };
    }
}
