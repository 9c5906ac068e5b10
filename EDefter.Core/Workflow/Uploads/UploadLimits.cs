namespace EDefter.Core.Workflow.Uploads;

/// <summary>What an upload may be at most. Vouchers in it keep to <see cref="Reading.VoucherLimits"/>, tables to theirs.</summary>
public static class UploadLimits
{
    /// <summary>Bytes as they were uploaded: what one write of a blob takes, rounded down.</summary>
    public const long BytesMax = 5_000_000_000;

    /// <summary>Bytes unpacked; gzip may also not grow more than <see cref="Reading.VoucherLimits.BodyRatioMax"/> times.</summary>
    public const long UnpackedBytesMax = 40_000_000_000;

    /// <summary>Bytes of an unpacked table: what 200 000 rows of text may take, with room to spare.</summary>
    public const long TableBytesMax = 512L * 1024 * 1024;

    /// <summary>How long the link may be written to.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);
}
