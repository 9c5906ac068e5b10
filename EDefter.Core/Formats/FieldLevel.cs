namespace EDefter.Core.Formats;

/// <summary>What a field is told of.</summary>
public enum FieldLevel
{
    File,
    Entry,
    Line,
}
