using System.Globalization;

namespace EDefter.Tests.Fuzz;

/// <summary>What a run of inputs came to.</summary>
internal sealed record FuzzTally(string Reader)
{
    public long Inputs { get; set; }

    public long Read { get; set; }

    public long Refused { get; set; }

    public TimeSpan Took { get; set; }

    /// <summary>The longest that one input took.</summary>
    public TimeSpan Longest { get; set; }

    public ulong LongestSeed { get; set; }

    /// <summary>The most that one input allocated.</summary>
    public long AllocatedMost { get; set; }

    public ulong AllocatedMostSeed { get; set; }

    public List<FuzzFinding> Findings { get; } = [];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Reader,-22} {Inputs,9} inputs {Inputs / Math.Max(0.001, Took.TotalSeconds),9:0}/s  {Read,8} read {Refused,8} refused  longest {Longest.TotalMilliseconds:0} ms (seed {LongestSeed}), most {AllocatedMost / 1048576.0:0.0} MB (seed {AllocatedMostSeed}), {Findings.Count} findings");
}
