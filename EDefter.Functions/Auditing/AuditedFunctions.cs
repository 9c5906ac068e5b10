using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Auditing;

/// <summary>HTTP function → its route, and whether the audit trail records it; read once from the attributes of this assembly's functions. What changes something is recorded by default.</summary>
public sealed class AuditedFunctions
{
    private readonly FrozenDictionary<string, AuditedFunction> byName;

    public AuditedFunctions()
    {
        var found = from function in DeclaredFunction.All
                    let trigger = function.Http
                    where trigger is not null
                    select KeyValuePair.Create(function.Name, Read(function.Method, trigger));
        byName = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <returns>Null for a function that is none of this program's, or not called by HTTP.</returns>
    public AuditedFunction? Find(string function) => byName.GetValueOrDefault(function);

    private static AuditedFunction Read(MethodInfo method, HttpTriggerAttribute trigger)
    {
        var verbs = (trigger.Methods ?? []).Select(verb => verb.ToUpperInvariant()).ToArray();
        var isRead = verbs is ["GET"];
        var isRecorded = method.GetCustomAttribute<UnauditedAttribute>() is null && (!isRead || method.GetCustomAttribute<AuditedAttribute>() is not null);
        return new AuditedFunction($"{string.Join('|', verbs)} {trigger.Route}", isRecorded);
    }
}
