namespace EDefter.Storage;

/// <summary>Where an account's services answer, when it is reached by identity instead of a connection string.</summary>
public sealed record StorageAccount
{
    public required Uri Tables { get; init; }

    public required Uri Blobs { get; init; }

    public required Uri Queues { get; init; }

    /// <summary>https://{name}.table.core.windows.net and its neighbours.</summary>
    public static StorageAccount Named(string name) => new()
    {
        Tables = new Uri("https://" + name + ".table.core.windows.net"),
        Blobs = new Uri("https://" + name + ".blob.core.windows.net"),
        Queues = new Uri("https://" + name + ".queue.core.windows.net"),
    };
}
