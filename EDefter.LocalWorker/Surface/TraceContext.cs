namespace Microsoft.Azure.Functions.Worker;

/// <summary>W3C trace context of an invocation; empty where there is none.</summary>
public abstract class TraceContext
{
    public abstract string TraceParent { get; }
}
