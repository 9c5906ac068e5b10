namespace EDefter.Core.Formats;

/// <summary>Whether values of delimited text stand in double quotes (a quote inside is doubled).</summary>
public enum Quoting
{
    /// <summary>Never; the profile must say what replaces separators and line breaks inside text.</summary>
    Never,

    /// <summary>Only where the value holds the separator, a quote or a line break.</summary>
    WhenNeeded,

    Always,

    /// <summary>Every value but the empty ones.</summary>
    Filled,
}
