using Azure;
using EDefter.Storage.Log;

namespace EDefter.Storage;

/// <summary>Tells storage that is away, slow or overrun from a fault of ours.</summary>
public static class StorageOutage
{
    /// <summary>True when the same call may go through a little later.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        LogBusyException => true,
        // The SDK's sum of all its tries, each ended by the network or by its time-out.
        AggregateException tries => tries.InnerExceptions.Count > 0 && tries.InnerExceptions.All(one => Is(one) || one is OperationCanceledException or IOException),
        _ => false,
    };
}
