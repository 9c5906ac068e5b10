namespace EDefter.Tests.Faults;

/// <summary>What a bad network and a busy service do to a request.</summary>
internal enum FaultKind
{
    None,

    /// <summary>The line breaks before the request is sent.</summary>
    LostBefore,

    /// <summary>The request is carried out, its answer is lost.</summary>
    LostAfter,

    /// <summary>429 with Retry-After: the service is throttled.</summary>
    TooManyRequests,

    /// <summary>503 with Retry-After: the service is busy.</summary>
    Busy,

    /// <summary>412 for a write whose condition holds.</summary>
    PreconditionFailed,

    /// <summary>409 for a write that conflicts with nothing.</summary>
    Conflict,

    /// <summary>The answer's body breaks off in the middle.</summary>
    Truncated,

    /// <summary>The answer takes its time.</summary>
    Slow,
}
