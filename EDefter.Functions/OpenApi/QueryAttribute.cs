namespace EDefter.Functions.OpenApi;

/// <summary>A parameter behind the question mark; all of them may be absent.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it asks for.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class QueryAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;
}
