namespace EDefter.Tests.Simulation;

/// <summary>What may happen to a call on its way to the storage or back.</summary>
internal enum Mishap
{
    None,

    /// <summary>A time-out before the call reached the storage.</summary>
    LostBefore,

    /// <summary>The call was carried out, its answer was lost.</summary>
    LostAfter,

    /// <summary>The answer was lost, and the client library sent the call again.</summary>
    SentTwice,

    /// <summary>The process dies before the call reaches the storage.</summary>
    DeathBefore,

    /// <summary>The process dies right after a call that stands.</summary>
    DeathAfter,
}
