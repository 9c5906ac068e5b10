namespace EDefter.LocalWorker.Hosting;

/// <summary>The application cannot start on this machine; the message says, in Turkish and English, what to do about it.</summary>
public class LocalStartException : Exception
{
    internal LocalStartException(string message)
        : base(message)
    {
    }

    internal LocalStartException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>The message alone: whoever starts the program has to act on it, and where in the program it was noticed is no help.</summary>
    public override string ToString() => Message;
}
