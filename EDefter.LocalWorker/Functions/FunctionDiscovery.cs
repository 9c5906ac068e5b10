using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EDefter.LocalWorker.Functions;

/// <summary>Finds the functions among types, by reflection; the real worker does the same while it compiles.</summary>
internal static class FunctionDiscovery
{
    private const BindingFlags EveryMethod = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <exception cref="InvalidFunctionsException">A function would not be accepted by the real worker.</exception>
    public static IReadOnlyList<FunctionDescription> Find(IReadOnlyList<Type> types)
    {
        var violations = GeneratorRules.Check(types);
        if (violations.Count > 0)
            throw new InvalidFunctionsException(violations);
        return [.. FindMethods(types).Select(found => Describe(found.Method, found.Function))];
    }

    public static IEnumerable<(MethodInfo Method, FunctionAttribute Function)> FindMethods(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetMethods(EveryMethod)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (method, function);

    private static FunctionDescription Describe(MethodInfo method, FunctionAttribute function)
    {
        var parameters = method.GetParameters();
        var trigger = parameters.Select(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>()).OfType<TriggerBindingAttribute>().Single();
        return new FunctionDescription(
            new LocalFunctionDefinition(function.Name, method),
            method,
            trigger,
            [.. parameters.Select(ParameterBinder.For)],
            ResultShape.Of(method));
    }
}
