namespace EDefter.Storage.Log;

/// <summary>Bounds of the log.</summary>
internal sealed record VoucherLogOptions
{
    /// <summary>Bytes of vouchers that one request may hold in memory before it makes chunks of them.</summary>
    public long BufferBytesMax { get; init; } = 32 * 1024 * 1024;

    /// <summary>Live vouchers that the indexes of all books together may hold; the least recently used partition goes first.</summary>
    public long IndexVouchersMax { get; init; } = 2_000_000;

    /// <summary>So many chunks over twice what a month's vouchers need, and it is gathered.</summary>
    public int LooseChunksMax { get; init; } = 64;

    /// <summary>How often a commit is tried against other writers before it is called a fault.</summary>
    public int AttemptsMax { get; init; } = 60;

    /// <summary>First pause between two attempts; doubles up to <see cref="PauseMax"/>.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(5);

    public TimeSpan PauseMax { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a writer may take from its first staged chunk to its commit. A sweep never touches anything younger than twice this.</summary>
    public TimeSpan StagingLifeMax { get; init; } = TimeSpan.FromHours(1);
}
