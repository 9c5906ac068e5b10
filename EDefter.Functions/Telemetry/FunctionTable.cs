using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Telemetry;

/// <summary>Function name → what may be told of it, read once from the triggers of this assembly's functions.</summary>
internal sealed class FunctionTable
{
    private readonly FrozenDictionary<string, WatchedFunction> functions;

    public FunctionTable() => functions = DeclaredFunction.All.Select(static function => Of(function.Name, function.Method.GetParameters())).ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    public IEnumerable<WatchedFunction> Functions => functions.Values;

    public WatchedFunction Of(string name) => functions.GetValueOrDefault(name) ?? new WatchedFunction(name, "other", Route: null, Queue: null);

    private static WatchedFunction Of(string name, IEnumerable<ParameterInfo> parameters)
    {
        foreach (var trigger in parameters.SelectMany(parameter => parameter.GetCustomAttributes()))
        {
            switch (trigger)
            {
                case HttpTriggerAttribute http:
                    return new WatchedFunction(name, "http", "/" + http.Route, Queue: null);
                case QueueTriggerAttribute queue:
                    return new WatchedFunction(name, "pubsub", Route: null, queue.QueueName);
                case TimerTriggerAttribute:
                    return new WatchedFunction(name, "timer", Route: null, Queue: null);
                default:
                    continue;
            }
        }

        throw new InvalidOperationException($"{name} has no trigger that is known here.");
    }
}
