namespace EDefter.Tests.Kills;

/// <summary>A write on its way to the storage.</summary>
/// <param name="Target">Path and query.</param>
/// <param name="Text">What it brings to a table; empty for blobs and queues, whose bodies pass unread.</param>
internal sealed record StorageWrite(string Target, string Text)
{
    /// <summary>Whether it names a company, a row or a kind.</summary>
    public bool Mentions(string words) => Target.Contains(words, StringComparison.Ordinal) || Text.Contains(words, StringComparison.Ordinal);
}
