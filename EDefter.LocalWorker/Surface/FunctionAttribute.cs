namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function and names it; names are unique in an application.</summary>
/// <param name="name">Starts with a letter; letters, digits, <c>_</c> and <c>-</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
