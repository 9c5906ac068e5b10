namespace EDefter.Core.Workflow.Ports;

/// <summary>How a try ended.</summary>
public enum HookOutcome
{
    /// <summary>Answered with 2xx.</summary>
    Accepted,

    /// <summary>Answered with anything else; a redirect is not followed.</summary>
    Refused,

    TimedOut,

    /// <summary>No such name, no such server, or a broken connection.</summary>
    Unreachable,

    /// <summary>No trustworthy TLS connection.</summary>
    NotSecure,

    /// <summary>The name leads to an address that must not be called.</summary>
    AddressNotAllowed,

    /// <summary>The server's key was changed: the receiver's secret signs no more, until it is rotated.</summary>
    SecretLost,

    /// <summary>The process died, and nobody knows what the receiver saw.</summary>
    Interrupted,
}
