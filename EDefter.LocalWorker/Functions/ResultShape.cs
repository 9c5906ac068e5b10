using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EDefter.LocalWorker.Functions;

/// <summary>How a function's returned value falls into an HTTP answer and outputs.</summary>
internal sealed class ResultShape
{
    private readonly OutputBindingAttribute? whole;
    private readonly IReadOnlyList<(PropertyInfo Property, OutputBindingAttribute Output)> parts;
    private readonly PropertyInfo? taskResult;

    private ResultShape(OutputBindingAttribute? whole, IReadOnlyList<(PropertyInfo Property, OutputBindingAttribute Output)> parts, PropertyInfo? taskResult)
    {
        this.whole = whole;
        this.parts = parts;
        this.taskResult = taskResult;
    }

    public static ResultShape Of(MethodInfo method)
    {
        var outputs =
            from property in Unwrap(method.ReturnType)?.GetProperties() ?? []
            let output = property.GetCustomAttribute<OutputBindingAttribute>()
            where output is not null
            select (property, output);
        var result = method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(Task<>) ? method.ReturnType.GetProperty(nameof(Task<int>.Result)) : null;
        return new ResultShape(method.GetCustomAttribute<OutputBindingAttribute>(), [.. outputs], result);
    }

    /// <summary>The type inside a task; null for nothing.</summary>
    public static Type? Unwrap(Type returned)
    {
        if (returned == typeof(void) || returned == typeof(Task))
            return null;
        return returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>) ? returned.GetGenericArguments()[0] : returned;
    }

    /// <summary>Waits for the returned task, if it is one, and takes the value out of it.</summary>
    public async Task<FunctionResult> ReadAsync(object? returned)
    {
        var value = returned;
        if (returned is Task task)
        {
            await task;
            value = taskResult?.GetValue(task);
        }

        if (value is null)
            return FunctionResult.Nothing;
        if (whole is not null)
            return new FunctionResult(Answer: null, [(whole, value)]);
        if (parts.Count == 0)
            return new FunctionResult(value as IActionResult, []);
        return Split(value);
    }

    private FunctionResult Split(object value)
    {
        IActionResult? answer = null;
        var outputs = new List<(OutputBindingAttribute, object)>();
        foreach (var (property, output) in parts)
        {
            var part = property.GetValue(value);
            if (output is HttpResultAttribute)
                answer = (IActionResult?)part;
            else if (part is not null)
                outputs.Add((output, part));
        }

        return new FunctionResult(answer, outputs);
    }
}
