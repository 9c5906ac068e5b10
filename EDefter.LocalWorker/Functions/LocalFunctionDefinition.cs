using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.LocalWorker.Functions;

/// <summary>The identity of a function.</summary>
internal sealed class LocalFunctionDefinition(string name, MethodInfo method) : FunctionDefinition
{
    public override string PathToAssembly { get; } = method.DeclaringType!.Assembly.Location;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    // Names are unique in an application.
    public override string Id => Name;

    public override string Name { get; } = name;
}
