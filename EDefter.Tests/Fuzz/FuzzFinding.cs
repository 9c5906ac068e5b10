namespace EDefter.Tests.Fuzz;

/// <summary>An input that broke the law.</summary>
/// <param name="Reader">Name of the reader.</param>
/// <param name="Seed">Seed of the input; both together find it again.</param>
/// <param name="What">What happened.</param>
internal sealed record FuzzFinding(string Reader, ulong Seed, string What)
{
    public override string ToString() => $"EDEFTER_FUZZ_SEED={Reader}:{Seed}: {What}";
}
