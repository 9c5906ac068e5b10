using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions;

/// <summary>A function of this assembly as its class declares it: what the gate, the audit trail, telemetry and the API's description go by.</summary>
/// <param name="Name">As the host knows it.</param>
/// <param name="Method">With the attributes that say who may call it, what it takes, answers and records.</param>
internal sealed record DeclaredFunction(string Name, MethodInfo Method)
{
    public static IReadOnlyList<DeclaredFunction> All { get; } =
    [
        .. from type in typeof(DeclaredFunction).Assembly.GetExportedTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select new DeclaredFunction(function.Name, method),
    ];

    /// <summary>Null for a function that is not called by HTTP.</summary>
    public HttpTriggerAttribute? Http => Method.GetParameters().Select(static parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(static trigger => trigger is not null);
}
