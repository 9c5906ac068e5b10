namespace EDefter.Tests.Secrecy;

/// <summary>Something confidential where it must not stand.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Word">As it was found.</param>
/// <param name="Line">The line that holds it.</param>
internal sealed record Leak(string Kind, string Word, string Line)
{
    public override string ToString() => $"{Kind} \"{Word}\" in: {(Line.Length > 400 ? Line[..400] + "…" : Line)}";
}
