namespace EDefter.Core.Formats.Print;

/// <summary>What set a printed book.</summary>
public static class PrintVersion
{
    /// <summary>Grows by one whenever a book is set otherwise for the same month. It is part of a print's identity, so that a print is never taken for one that another version made.</summary>
    public const int Setters = 2;
}
