namespace EDefter.LocalWorker.Http;

/// <summary>The HTTP methods of a function; none named = every method.</summary>
internal sealed class FunctionMethods(IReadOnlyList<string> methods)
{
    public bool Allow(string method) => methods.Count == 0 || methods.Contains(method, StringComparer.OrdinalIgnoreCase);
}
