using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EDefter.LocalWorker.Functions;

/// <summary>A function as it was found: its method, what starts it, and where its results go.</summary>
internal sealed record FunctionDescription(
    LocalFunctionDefinition Definition,
    MethodInfo Method,
    TriggerBindingAttribute Trigger,
    IReadOnlyList<ParameterBinder> Parameters,
    ResultShape Result)
{
    public string Name => Definition.Name;
}
