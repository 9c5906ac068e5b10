using System.Collections.Frozen;
using System.Reflection;
using EDefter.Core.Workflow.Access;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Gate;

/// <summary>Function name → who may call it, read once from the attributes of this assembly's functions.</summary>
public sealed class AccessTable
{
    private readonly FrozenDictionary<string, IReadOnlyList<Role>> rolesByFunction;

    public AccessTable()
    {
        var roles = new Dictionary<string, IReadOnlyList<Role>>(StringComparer.Ordinal);
        foreach (var method in typeof(AccessTable).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } function)
                continue;
            if (method.GetCustomAttribute<PublicAttribute>() is not null)
                roles.Add(function.Name, []);
            else if (method.GetCustomAttribute<AccessAttribute>() is { Roles.Count: > 0 } access)
                roles.Add(function.Name, access.Roles);
        }

        rolesByFunction = roles.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <returns>The roles; an empty list for a public function; null for one that declares nothing and so does not exist.</returns>
    public IReadOnlyList<Role>? RolesOf(string function) => rolesByFunction.GetValueOrDefault(function);
}
