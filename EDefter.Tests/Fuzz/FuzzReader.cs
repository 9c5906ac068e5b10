namespace EDefter.Tests.Fuzz;

/// <summary>Something of the house that takes what comes from outside, and what it is fed.</summary>
/// <param name="Name">Its name, as a finding tells it.</param>
/// <param name="Seeds">Good inputs, small; mutations begin with one of them.</param>
/// <param name="Tokens">What is planted into them.</param>
/// <param name="Read">Takes an input and the number of the seed that it was made of. True: read; false: refused as its documentation says. Whatever it throws is a finding.</param>
internal sealed record FuzzReader(string Name, IReadOnlyList<byte[]> Seeds, IReadOnlyList<byte[]> Tokens, Func<byte[], int, bool> Read)
{
    /// <summary>The seeds are ZIPs: their parts are mutated and packed anew, so that mutations reach behind compression and checksums.</summary>
    public bool IsZip { get; init; }

    /// <summary>Packs an input that was mutated before; null where nothing is packed.</summary>
    public Func<byte[], byte[]>? Pack { get; init; }

    /// <summary>Mends checksums inside a ZIP whose parts were mutated; null where there are none.</summary>
    public Func<List<(string Name, byte[] Content)>, List<(string Name, byte[] Content)>>? Reseal { get; init; }

    /// <summary>Inputs that share a state: it is made anew before each such block, and a replay begins with the block. 0 where inputs have nothing to do with each other.</summary>
    public ulong Block { get; init; }

    /// <summary>Makes the state of a block.</summary>
    public Action Begin { get; init; } = static () => { };

    /// <summary>How many inputs it gets beside the others: what is slow gets fewer.</summary>
    public int Share { get; init; } = 10;

    /// <summary>Bytes that one input may allocate; inputs have a few kilobytes.</summary>
    public long AllocatedMax { get; init; } = 24L * 1024 * 1024;

    /// <summary>The input of a seed: the same for ever.</summary>
    public (byte[] Bytes, int Origin) InputOf(ulong seed)
    {
        // Neighbouring seeds would begin with neighbouring states.
        var random = new Functions.Sample.SampleRandom(seed * 0x2545F4914F6CDD1DUL);
        var origin = random.Below(Seeds.Count);
        var mutator = new FuzzMutator(random, Seeds, Tokens);
        var bytes = IsZip ? new FuzzZip(mutator, random, Reseal).Mutate(Seeds[origin]) : mutator.Mutate(Seeds[origin]);
        if (Pack is not null)
            bytes = random.Below(4) == 0 ? mutator.Mutate(Pack(bytes)) : Pack(bytes);
        return (bytes, origin);
    }
}
