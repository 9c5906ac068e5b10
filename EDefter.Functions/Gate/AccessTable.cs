using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Gate;

/// <summary>Function name → who may call it, read once from the attributes of this assembly's functions.</summary>
public sealed class AccessTable
{
    private static readonly AccessAttribute Everybody = new();

    private readonly FrozenDictionary<string, AccessAttribute> accessByFunction;

    private readonly FrozenSet<string> calledByHttp = Names(static trigger => trigger is not null);

    private readonly FrozenSet<string> ofCompany = Names(static trigger => trigger?.Route?.Contains("{co}", StringComparison.Ordinal) == true);

    public AccessTable()
    {
        var found = new Dictionary<string, AccessAttribute>(StringComparer.Ordinal);
        foreach (var (name, method) in DeclaredFunction.All)
        {
            if (method.GetCustomAttribute<PublicAttribute>() is not null)
                found.Add(name, Everybody);
            else if (method.GetCustomAttribute<AccessAttribute>() is { Roles.Count: > 0 } access)
                found.Add(name, access);
        }

        accessByFunction = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <returns>The access; without roles for a public function; null for one that declares nothing and so does not exist.</returns>
    public AccessAttribute? Of(string function) => accessByFunction.GetValueOrDefault(function);

    /// <summary>The function answers requests.</summary>
    public bool IsCalledByHttp(string function) => calledByHttp.Contains(function);

    /// <summary>The function's route names the company that it is called for.</summary>
    public bool NamesCompany(string function) => ofCompany.Contains(function);

    private static FrozenSet<string> Names(Func<HttpTriggerAttribute?, bool> isMeant) => DeclaredFunction.All.Where(function => isMeant(function.Http)).Select(static function => function.Name).ToFrozenSet(StringComparer.Ordinal);
}
