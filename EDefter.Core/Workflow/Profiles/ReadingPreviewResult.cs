using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>How the first rows of somebody's table are read; nothing of it is stored.</summary>
public sealed record ReadingPreviewResult
{
    public required ReadingProfileView Profile { get; init; }

    /// <inheritdoc cref="TablePreview.Encoding"/>
    public string? Encoding { get; init; }

    /// <inheritdoc cref="TablePreview.Separator"/>
    public string? Separator { get; init; }

    public required IReadOnlyList<PreviewedSheet> Sheets { get; init; }

    public required IReadOnlyList<PreviewedRow> Rows { get; init; }

    /// <inheritdoc cref="TablePreview.More"/>
    public required bool More { get; init; }

    /// <summary>The vouchers that the shown rows make, as <c>GET …/vouchers/{id}</c> would tell them.</summary>
    public required IReadOnlyList<JsonElement> Vouchers { get; init; }

    /// <summary>What would be rejected, with place and reason; sheets without a header too.</summary>
    public required IReadOnlyList<RejectedRow> Rejected { get; init; }

    public static ReadingPreviewResult Of(ReadingProfileView profile, TablePreview preview) => new()
    {
        Profile = profile,
        Encoding = preview.Encoding,
        Separator = preview.Separator,
        Sheets = preview.Sheets,
        Rows = preview.Rows,
        More = preview.More,
        Vouchers = [.. preview.Vouchers.Where(row => row.Voucher is not null).Select(row => JsonSerializer.Deserialize<JsonElement>(VoucherJsonWriter.ToBytes(row.Voucher!)))],
        Rejected = [.. preview.Vouchers.Where(row => row.Rejection is not null).Select(row => row.Rejection!)],
    };
}
