namespace EDefter.LocalWorker.Storage;

/// <summary>Where the three services listen on 127.0.0.1; 0 = any free port.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    /// <summary>The ports that <c>UseDevelopmentStorage=true</c> stands for.</summary>
    public static AzuritePorts Default { get; } = new(10000, 10001, 10002);

    public static AzuritePorts Free { get; } = new(0, 0, 0);
}
