namespace EDefter.Tests.LocalWorker.Samples;

public sealed class Order
{
    public required string Id { get; init; }

    public int Lines { get; init; }
}
