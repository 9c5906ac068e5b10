namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a function gave back, for the middleware around it.</summary>
public abstract class InvocationResult : InvocationResult<object>;
