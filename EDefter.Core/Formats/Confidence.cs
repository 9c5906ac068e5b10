namespace EDefter.Core.Formats;

/// <summary>How sure a profile's columns are; shown to the user and written into every manifest.</summary>
public enum Confidence
{
    /// <summary>A published document and a sample file.</summary>
    Exact,

    /// <summary>Two independent programs agree.</summary>
    High,

    /// <summary>Known from one program only: unverified.</summary>
    Single,
}
