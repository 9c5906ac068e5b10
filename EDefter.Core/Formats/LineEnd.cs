namespace EDefter.Core.Formats;

/// <summary>What ends every line, the last one too.</summary>
public enum LineEnd
{
    LineFeed,
    CarriageReturn,
    CarriageReturnLineFeed,
}
