using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Gate;

/// <summary>Function name → who may call it, read once from the attributes of this assembly's functions.</summary>
public sealed class AccessTable
{
    private static readonly AccessAttribute Everybody = new();

    private readonly FrozenDictionary<string, AccessAttribute> accessByFunction;

    public AccessTable()
    {
        var found = new Dictionary<string, AccessAttribute>(StringComparer.Ordinal);
        foreach (var method in typeof(AccessTable).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
                continue;
            if (method.GetCustomAttribute<PublicAttribute>() is not null)
                found.Add(function.Name, Everybody);
            else if (method.GetCustomAttribute<AccessAttribute>() is { Roles.Count: > 0 } access)
                found.Add(function.Name, access);
        }

        accessByFunction = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <returns>The access; without roles for a public function; null for one that declares nothing and so does not exist.</returns>
    public AccessAttribute? Of(string function) => accessByFunction.GetValueOrDefault(function);
}
