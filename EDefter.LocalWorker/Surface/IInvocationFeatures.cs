namespace Microsoft.Azure.Functions.Worker;

/// <summary>Things that parts of the pipeline hand to each other during one invocation, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    void Set<T>(T instance);

    T? Get<T>();
}
