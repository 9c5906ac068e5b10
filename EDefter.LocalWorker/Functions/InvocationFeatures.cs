using System.Collections;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.LocalWorker.Functions;

/// <summary>Features of one invocation; one pipeline runs at a time, so no lock.</summary>
internal sealed class InvocationFeatures : IInvocationFeatures
{
    private readonly Dictionary<Type, object> features = [];

    public void Set<T>(T instance)
    {
        if (instance is null)
            features.Remove(typeof(T));
        else
            features[typeof(T)] = instance;
    }

    public T? Get<T>() => features.TryGetValue(typeof(T), out var feature) ? (T)feature : default;

    public IEnumerator<KeyValuePair<Type, object>> GetEnumerator() => features.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
