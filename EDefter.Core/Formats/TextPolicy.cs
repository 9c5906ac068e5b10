namespace EDefter.Core.Formats;

/// <summary>What may be done to explanatory text so that it fits a format. Codes and numbers are never touched: they are refused instead.</summary>
public sealed record TextPolicy
{
    public static readonly TextPolicy None = new();

    /// <summary>Characters that mean something in the format (separator, quote, line break) → what stands for them.</summary>
    public IReadOnlyDictionary<char, string> Replace { get; init; } = new Dictionary<char, string>();

    /// <summary>Characters that the encoding lacks → what stands for them. Keys are one character each (two UTF-16 units where it has two).</summary>
    public IReadOnlyDictionary<string, string> Substitute { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What stands for a lacking character that <see cref="Substitute"/> does not know; null refuses it.</summary>
    public string? SubstituteElse { get; init; }
}
