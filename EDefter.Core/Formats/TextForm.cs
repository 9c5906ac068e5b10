namespace EDefter.Core.Formats;

/// <summary>How text files are put together, whatever their lines tell.</summary>
public abstract record TextForm
{
    /// <summary>What stands between two values: one to four ASCII characters.</summary>
    public required string Separator { get; init; }

    public required Quoting Quoting { get; init; }

    public required TextEncoding Encoding { get; init; }

    /// <summary>UTF-8 only.</summary>
    public bool ByteOrderMark { get; init; }

    public required LineEnd LineEnd { get; init; }
}
