namespace EDefter.Core.Reading.Profiles;

/// <summary>How the first rows of somebody's table are read with a profile.</summary>
public sealed record TablePreview
{
    /// <summary><c>utf-8</c>, <c>windows-1254</c> …; null for a workbook.</summary>
    public string? Encoding { get; init; }

    /// <summary>What separates the values; null for a workbook.</summary>
    public string? Separator { get; init; }

    public required IReadOnlyList<PreviewedSheet> Sheets { get; init; }

    /// <summary>Sheets that hold something and have no header row; they would be told and not read.</summary>
    public required IReadOnlyList<string> Headless { get; init; }

    public required IReadOnlyList<PreviewedRow> Rows { get; init; }

    /// <summary>There are rows that are not shown, so that the last vouchers may be halves.</summary>
    public required bool More { get; init; }

    /// <summary>The vouchers that the shown rows make; none of a chart of accounts.</summary>
    public required IReadOnlyList<VoucherRow> Vouchers { get; init; }

    internal static TablePreview Of(ReadTable table, IEnumerable<TableRow> rows, IReadOnlyList<VoucherRow> vouchers) => new()
    {
        Encoding = table.TextEncoding?.WebName,
        Separator = table.Separator,
        Sheets = [.. table.Headers.Select(PreviewedSheet.Of)],
        Headless = table.Headless,
        Rows = [.. rows.Select(PreviewedRow.Of)],
        More = table.HasMore,
        Vouchers = vouchers,
    };
}
