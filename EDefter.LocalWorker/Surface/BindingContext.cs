namespace Microsoft.Azure.Functions.Worker;

/// <summary>The trigger's data by name: route values, a message's JSON members, <c>DequeueCount</c> and the like. Values are text, as the real worker hands them over.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
