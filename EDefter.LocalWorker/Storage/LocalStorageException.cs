using EDefter.LocalWorker.Hosting;

namespace EDefter.LocalWorker.Storage;

/// <summary>Local storage could not be started; the message says, in Turkish and English, what to do about it.</summary>
public sealed class LocalStorageException : LocalStartException
{
    internal LocalStorageException(string message)
        : base(message)
    {
    }

    internal LocalStorageException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
