namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function gave back, for the middleware around it.</summary>
public abstract class InvocationResult<T>
{
    /// <summary>Null until the function has run.</summary>
    public abstract T? Value { get; set; }
}
