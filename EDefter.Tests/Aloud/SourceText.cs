namespace EDefter.Tests.Aloud;

/// <summary>A text literal of the source, with <see cref="Hole"/> where a value is filled in.</summary>
/// <param name="File">Path from the top of the repository.</param>
/// <param name="Line">1-based line where it begins.</param>
/// <param name="Text">As it is read, escapes resolved.</param>
internal sealed record SourceText(string File, int Line, string Text)
{
    /// <summary>Stands for a value: of an interpolated text, or of a place in braces in a rule's sentence.</summary>
    public const char Hole = '\uFFFC';

    public override string ToString() => $"{File}:{Line}: {Text.Replace(Hole, '□')}";
}
