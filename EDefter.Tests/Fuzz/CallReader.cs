namespace EDefter.Tests.Fuzz;

/// <summary>Every HTTP function with everything a caller may say, over the real use cases and adapters in memory, the jobs that it asks for included.</summary>
internal static class CallReader
{
    public static FuzzReader Create()
    {
        var world = new CallWorld();
        return new FuzzReader("calls", CallSeeds.All(), FuzzTokens.Call, (bytes, origin) => world.Call(CallSeeds.Functions[origin], bytes))
        {
            Share = 3,
            Block = 100,
            Begin = world.Renew,
            AllocatedMax = 64L * 1024 * 1024,
        };
    }
}
