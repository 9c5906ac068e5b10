using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EDefter.LocalWorker.Functions;

/// <summary>Gives one parameter its value at every invocation.</summary>
internal sealed class ParameterBinder
{
    private readonly ParameterInfo parameter;
    private readonly Func<Invocation, object?> bind;

    private ParameterBinder(ParameterInfo parameter, Func<Invocation, object?> bind)
    {
        this.parameter = parameter;
        this.bind = bind;
    }

    public static ParameterBinder For(ParameterInfo parameter) => new(parameter, Choose(parameter));

    public static bool CanBind(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return parameter.GetCustomAttribute<TriggerBindingAttribute>() switch
        {
            HttpTriggerAttribute => type == typeof(HttpRequest),
            not null => true,
            null => type == typeof(FunctionContext) || type == typeof(CancellationToken) || SimpleValue.CanRead(type),
        };
    }

    /// <exception cref="FormatException">The given value does not fit the parameter's type.</exception>
    public object? Bind(Invocation invocation)
    {
        try
        {
            return bind(invocation);
        }
        catch (Exception error) when (error is FormatException or OverflowException or JsonException)
        {
            throw new FormatException($"The parameter '{parameter.Name}' of the function '{invocation.FunctionDefinition.Name}' cannot take the given value", error);
        }
    }

    private static Func<Invocation, object?> Choose(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null)
            return invocation => invocation.GetHttpContext()!.Request;
        if (parameter.GetCustomAttribute<TimerTriggerAttribute>() is not null)
            return invocation => invocation.TriggerValue;
        if (parameter.GetCustomAttribute<QueueTriggerAttribute>() is not null)
            return invocation => ReadMessage((byte[])invocation.TriggerValue!, type);
        if (type == typeof(FunctionContext))
            return invocation => invocation;
        if (type == typeof(CancellationToken))
            return invocation => invocation.CancellationToken;
        return invocation => ReadNamed(invocation, parameter);
    }

    private static object? ReadMessage(byte[] message, Type type)
    {
        if (type == typeof(byte[]))
            return message;
        if (type == typeof(BinaryData))
            return BinaryData.FromBytes(message);
        if (type == typeof(string))
            return System.Text.Encoding.UTF8.GetString(message);
        return JsonSerializer.Deserialize(message, type, WorkerJson.Options);
    }

    private static object? ReadNamed(Invocation invocation, ParameterInfo parameter)
    {
        if (invocation.BindingContext.BindingData.TryGetValue(parameter.Name!, out var value) && Convert.ToString(value, CultureInfo.InvariantCulture) is { } written)
            return SimpleValue.Read(written, parameter.ParameterType);
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        return SimpleValue.CanBeNull(parameter.ParameterType)
            ? null
            : throw new FormatException($"There is no value named '{parameter.Name}' in the route or the message");
    }
}
