namespace EDefter.LocalWorker.Queues;

/// <summary>How an attempt at a message ended.</summary>
internal enum MessageOutcome
{
    Done,

    /// <summary>To be tried again.</summary>
    Failed,

    /// <summary>Cancelled because the host stops: to be tried again, by whoever starts next.</summary>
    Interrupted,

    /// <summary>Was tried often enough, or can never be read.</summary>
    GivenUp,
}
