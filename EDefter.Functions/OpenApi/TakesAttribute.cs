namespace EDefter.Functions.OpenApi;

/// <summary>The body of a call: a type of the wire as JSON, or a file of one of several kinds.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class TakesAttribute : Attribute
{
    /// <param name="type">What is read from JSON.</param>
    public TakesAttribute(Type type) => Type = type;

    /// <param name="mediaTypes">Kinds of files.</param>
    public TakesAttribute(params string[] mediaTypes) => MediaTypes = mediaTypes;

    public Type? Type { get; }

    public IReadOnlyList<string> MediaTypes { get; } = [];
}
