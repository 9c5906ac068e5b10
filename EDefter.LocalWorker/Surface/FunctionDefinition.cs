namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which function is invoked.</summary>
public abstract class FunctionDefinition
{
    public abstract string PathToAssembly { get; }

    /// <summary>Full type name, a dot, the method's name.</summary>
    public abstract string EntryPoint { get; }

    public abstract string Id { get; }

    public abstract string Name { get; }
}
