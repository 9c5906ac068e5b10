namespace EDefter.LocalWorker.Storage;

/// <summary>What was found on a port.</summary>
internal enum PortState
{
    Free,

    /// <summary>A storage service answers.</summary>
    Storage,

    /// <summary>Something else listens there.</summary>
    Foreign,
}
