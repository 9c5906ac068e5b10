using EDefter.Core.Companies;
using EDefter.Core.Formats.Print;

namespace EDefter.Core.Workflow.Printing;

/// <summary>The row of a print: once it stands, the print exists. It keeps the page numbers that the next month goes on from.</summary>
public sealed record PrintRecord
{
    public required string Id { get; init; }

    public required Period Period { get; init; }

    public required PrintedBook Book { get; init; }

    public required PrintFormat Format { get; init; }

    /// <summary>Null for a workbook, which has no pages.</summary>
    public long? FirstPage { get; init; }

    public long? LastPage { get; init; }

    /// <summary>Whether the first page's number was asked for; else it follows from the print of the month before.</summary>
    public bool FirstPageAsked { get; init; }

    public required IReadOnlyList<PrintedFile> Files { get; init; }

    /// <summary>Characters that the font lacks and the pages show by their codes; null when there is none.</summary>
    public IReadOnlyList<ShownByCode>? ShownByCode { get; init; }

    /// <summary>Blob of the manifest.</summary>
    public required string Manifest { get; init; }

    /// <summary>The chain of the numbers it holds.</summary>
    public required string Chain { get; init; }

    public required string By { get; init; }

    /// <summary>When it was asked for last.</summary>
    public required DateTimeOffset At { get; init; }
}
