using System.Globalization;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>
/// Whatever bytes come: they are read, or refused as documented; soon, and in bounded memory. A finding names its reader and its seed; <c>EDEFTER_FUZZ_SEED=reader:seed</c>
/// lives that input alone (<c>EDEFTER_FUZZ_SAVE=file</c> keeps its bytes), <c>EDEFTER_FUZZ_INPUTS</c> is how many inputs all readers get together, <c>EDEFTER_FUZZ_FIRST</c> the seed of their first one (docs/security-review.md).
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const long InputsPlain = 5_000;
    private const long InputsDeep = 60_000;

    private static readonly string[]? Replay = Environment.GetEnvironmentVariable("EDEFTER_FUZZ_SEED") is { Length: > 0 } given ? given.Split(':') : null;

    public static TheoryData<string> Readers => [.. FuzzReaders.Names];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Whatever_comes_is_read_or_refused(string reader) => Judge(reader, first: (ulong)(Told("EDEFTER_FUZZ_FIRST") ?? 1), Told("EDEFTER_FUZZ_INPUTS") ?? InputsPlain);

    // Few of a plain run's inputs are calls: a function that the world cannot make would show only in a long one.
    [Theory]
    [MemberData(nameof(Readers))]
    public void What_mutations_begin_with_is_read_or_refused(string name)
    {
        var reader = FuzzReaders.Find(name);
        reader.Begin();
        var read = 0;
        for (var origin = 0; origin < reader.Seeds.Count; origin++)
            read += reader.Read(reader.Pack?.Invoke(reader.Seeds[origin]) ?? reader.Seeds[origin], origin) ? 1 : 0;
        Assert.InRange(read, 1, reader.Seeds.Count);
    }

    [DeepFact]
    public void Whatever_comes_is_read_or_refused_however_often_it_is_tried()
    {
        foreach (var reader in FuzzReaders.Names)
            Judge(reader, first: 1_000_000_000, InputsDeep);
    }

    private void Judge(string name, ulong first, long inputs)
    {
        if (Replay is not null && Replay[0] != name)
            return;
        var reader = FuzzReaders.Find(name);
        var count = inputs * reader.Share / FuzzReaders.Shares;
        if (Replay is not null && Environment.GetEnvironmentVariable("EDEFTER_FUZZ_SAVE") is { Length: > 0 } file)
            File.WriteAllBytes(file, reader.InputOf(ulong.Parse(Replay[1], CultureInfo.InvariantCulture)).Bytes);
        var tally = Replay is null ? new FuzzRun(reader).Run(first, count) : new FuzzRun(reader).Run(ulong.Parse(Replay[1], CultureInfo.InvariantCulture), 1);
        output.WriteLine(tally.ToString());
        if (Environment.GetEnvironmentVariable("EDEFTER_FUZZ_REPORT") is { Length: > 0 } report)
            File.AppendAllText(report, tally + "\n");
        Assert.True(tally.Findings.Count == 0, string.Join('\n', tally.Findings));
        // Both happen, or the mutations test nothing.
        Assert.True(Replay is not null || (tally.Read > count / 100 && tally.Refused > count / 100), tally.ToString());
    }

    private static long? Told(string variable) => long.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
