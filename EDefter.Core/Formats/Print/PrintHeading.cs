using EDefter.Core.Companies;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Print;

/// <summary>Which month of whose book is printed, as it was numbered. Holds nothing of who asked or when: the same heading gives the same bytes.</summary>
public sealed record PrintHeading
{
    public required PrintedBook Book { get; init; }

    /// <summary>The company as it stood when the month was numbered.</summary>
    public required Company Company { get; init; }

    /// <summary>Branch code.</summary>
    public required string Branch { get; init; }

    public required Period Period { get; init; }

    public required FiscalYear Year { get; init; }

    public required Numbering Numbers { get; init; }

    /// <summary>Lira: debit of the fiscal year's months before this one, carried to the first page of the journal.</summary>
    public decimal CarriedDebit { get; init; }

    /// <summary>Lira: credit of the fiscal year's months before this one.</summary>
    public decimal CarriedCredit { get; init; }

    /// <summary>Number of the first page; covers are not numbered.</summary>
    public long FirstPage { get; init; } = 1;

    /// <summary>32 hex digits that follow from everything above.</summary>
    public required string Identity { get; init; }

    /// <summary>First day of the month inside the fiscal year.</summary>
    public DateOnly From => Period.FirstDay < Year.Start ? Year.Start : Period.FirstDay;

    /// <summary>Last day of the month inside the fiscal year.</summary>
    public DateOnly To => Period.LastDay > Year.End ? Year.End : Period.LastDay;

    /// <summary>Title, else the person's name.</summary>
    public string Owner => Company.Title ?? Company.PersonName ?? Company.Id;

    /// <summary>"0000 Merkez".</summary>
    public string BranchName
    {
        get
        {
            var name = Company.Branches.FirstOrDefault(branch => string.Equals(branch.Code, Branch, StringComparison.Ordinal))?.Name;
            return string.IsNullOrWhiteSpace(name) ? Branch : Branch + " " + name;
        }
    }
}
