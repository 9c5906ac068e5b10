using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;

namespace EDefter.Core.Sealing;

/// <summary>Which month of which book is to be archived, as it was numbered. Holds nothing of who asked or when.</summary>
public sealed record ArchiveRequest
{
    public required BookId Book { get; init; }

    /// <summary>VKN or TCKN, text.</summary>
    public required string TaxId { get; init; }

    public required Period Period { get; init; }

    public required FiscalYear FiscalYear { get; init; }

    /// <summary>The month's revision that was numbered.</summary>
    public required long Revision { get; init; }

    public required Numbering Numbers { get; init; }

    /// <summary>The program that made the vouchers, from the company's snapshot; never a person.</summary>
    public string? Creator { get; init; }

    /// <summary>The company as it was when the month was numbered, or for a draft when it was asked for; needed by profiles with fields of the company.</summary>
    public Company? Company { get; init; }

    /// <summary>The company's choices for the profile's parameters; the profile's defaults stand for what is not here.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The parameters as a draft reads them.</summary>
    /// <exception cref="ArgumentException">One of them cannot be read: the caller must have asked before.</exception>
    internal GibDraftSettings DraftSettings()
    {
        var settings = GibDraftSettings.Read(Parameters, Period, out var fault);
        return fault is null ? settings : throw new ArgumentException($"The parameter {fault.Parameter} cannot be read.", fault.Parameter);
    }

    /// <summary>What stands above the entries of the authority's documents. Without a creation date it is the month's last day, the earliest there can be.</summary>
    internal GibHeading DraftHeading()
    {
        var company = Company ?? new Company { Id = Book.Company, TaxId = TaxId };
        return GibHeading.Of(company with { TaxId = TaxId }, Book, FiscalYear, Period, DraftSettings().CreationDate ?? Period.LastDay, FormatVersion.Software);
    }

    internal FileFacts Facts(int part) => new()
    {
        TaxId = TaxId,
        Branch = Book.Branch,
        Period = Period,
        FiscalYear = FiscalYear,
        Creator = Creator,
        Company = Company,
        Chain = Numbers.Chain,
        Part = part,
    };
}
