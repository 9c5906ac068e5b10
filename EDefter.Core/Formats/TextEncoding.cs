namespace EDefter.Core.Formats;

/// <summary>The encodings that integrators ask for.</summary>
public enum TextEncoding
{
    Utf8,

    /// <summary>Windows-1254, Turkish; has 252 characters, so a profile says what replaces the others.</summary>
    Windows1254,
}
