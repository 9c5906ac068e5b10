using System.Reflection;
using System.Text.RegularExpressions;
using Cronos;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace EDefter.LocalWorker.Functions;

/// <summary>
/// What the real worker's source generators and the Azure host demand of a function. The local worker could be kinder, but then a program
/// that runs here would fail there; so it refuses to start.
/// </summary>
internal static partial class GeneratorRules
{
    /// <summary>Every violation in these types, each as <c>Type.Method: what is wrong</c>; empty when all is well.</summary>
    public static IReadOnlyList<string> Check(IReadOnlyList<Type> types)
    {
        var functions = FunctionDiscovery.FindMethods(types).ToList();
        var violations = functions.SelectMany(found => CheckFunction(found.Method, found.Function).Select(what => Name(found.Method) + ": " + what)).ToList();
        violations.AddRange(functions
            .GroupBy(found => found.Function.Name, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => $"{string.Join(", ", same.Select(found => Name(found.Method)))}: the function name '{same.Key}' is used {same.Count()} times"));
        violations.AddRange(types.Where(IsBindingAttribute).SelectMany(CheckDepth));
        return violations;
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";

    private static IEnumerable<string> CheckFunction(MethodInfo method, FunctionAttribute function)
    {
        if (!FunctionName().IsMatch(function.Name))
            yield return $"the function name '{function.Name}' must start with a letter and hold only letters, digits, '_' and '-' (128 at most)";
        if (!method.IsPublic || !method.DeclaringType!.IsVisible)
            yield return "a function must be a public method of a public class";
        if (method.IsGenericMethodDefinition || method.DeclaringType!.ContainsGenericParameters)
            yield return "a function cannot be generic";
        if (method.DeclaringType!.IsAbstract && !method.IsStatic)
            yield return "a function's class cannot be abstract";

        var attributes = method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes<BindingAttribute>().Select(attribute => (parameter, attribute))).ToList();
        var triggers = attributes.Where(found => found.attribute is TriggerBindingAttribute).ToList();
        if (triggers.Count != 1)
            yield return $"a function has exactly one trigger, this one has {triggers.Count}";
        foreach (var type in attributes.Select(found => found.attribute.GetType()).Distinct())
        {
            foreach (var violation in CheckDepth(type))
                yield return violation;
        }

        foreach (var (parameter, attribute) in triggers)
        {
            foreach (var violation in CheckTrigger(parameter, attribute))
                yield return violation;
        }

        foreach (var parameter in method.GetParameters().Where(parameter => !ParameterBinder.CanBind(parameter)))
            yield return $"the parameter '{parameter.Name}' of type {parameter.ParameterType.Name} cannot be bound";
        foreach (var violation in CheckOutputs(method, triggers.Exists(found => found.attribute is HttpTriggerAttribute)))
            yield return violation;
    }

    private static IEnumerable<string> CheckTrigger(ParameterInfo parameter, BindingAttribute attribute)
    {
        switch (attribute)
        {
            case QueueTriggerAttribute queue when !IsQueueName(queue.QueueName):
                yield return $"'{queue.QueueName}' is not a queue name (3–63 of a-z, 0-9 and single '-')";
                break;
            case TimerTriggerAttribute timer when !IsSchedule(timer.Schedule):
                yield return $"'{timer.Schedule}' is not a schedule of six fields (second minute hour day month weekday)";
                break;
            case HttpTriggerAttribute http:
                // A route that names a parameter twice or is cut off in the middle fails here, with the router's own words.
                if (RouteProblem(http.Route) is { } problem)
                    yield return $"the route '{http.Route}' cannot be read: {problem}";
                if (http.Route?.StartsWith('/') == true)
                    yield return $"the route '{http.Route}' must not start with '/'";
                break;
            case not (QueueTriggerAttribute or TimerTriggerAttribute):
                yield return $"EDefter.LocalWorker has nothing that would start a function by {attribute.GetType().Name}";
                break;
        }

        if (attribute is TimerTriggerAttribute && parameter.ParameterType != typeof(TimerInfo))
            yield return $"a timer's parameter is a {nameof(TimerInfo)}";
    }

    private static IEnumerable<string> CheckOutputs(MethodInfo method, bool isHttp)
    {
        var returned = ResultShape.Unwrap(method.ReturnType);
        if (method.ReturnType == typeof(void) && method.GetCustomAttribute<System.Runtime.CompilerServices.AsyncStateMachineAttribute>() is not null)
            yield return "an asynchronous function returns a Task; nobody could wait for this one";
        if (method.ReturnType == typeof(ValueTask) || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>)))
            yield return "the real worker does not wait for a ValueTask; return a Task";

        var ofMethod = method.GetCustomAttributes<OutputBindingAttribute>().ToList();
        var ofProperties = returned?.GetProperties().Select(property => (property, outputs: property.GetCustomAttributes<OutputBindingAttribute>().ToList())).Where(found => found.outputs.Count > 0).ToList() ?? [];
        if (ofMethod.Count > 1)
            yield return "a method carries at most one output; return a class with a property for each";
        if (ofMethod.Count > 0 && ofProperties.Count > 0)
            yield return "outputs stand on the method or on the properties of what it returns, not on both";
        foreach (var (property, outputs) in ofProperties.Where(found => found.outputs.Count > 1))
            yield return $"the property '{property.Name}' carries {outputs.Count} outputs, one is allowed";
        foreach (var output in ofMethod.Concat(ofProperties.SelectMany(found => found.outputs)))
        {
            foreach (var violation in CheckOutput(output))
                yield return violation;
        }

        foreach (var violation in CheckAnswer(returned, ofMethod, ofProperties.ConvertAll(found => (found.property, found.outputs[0])), isHttp))
            yield return violation;
    }

    private static IEnumerable<string> CheckAnswer(Type? returned, List<OutputBindingAttribute> ofMethod, List<(PropertyInfo Property, OutputBindingAttribute Output)> ofProperties, bool isHttp)
    {
        var answers = ofProperties.Where(found => found.Output is HttpResultAttribute).ToList();
        if (answers.Exists(found => !typeof(IActionResult).IsAssignableFrom(found.Property.PropertyType)))
            yield return "[HttpResult] stands on a property of type IActionResult";
        if (answers.Count > 0 && !isHttp)
            yield return "[HttpResult] belongs to a function with an HTTP trigger";
        if (isHttp && ofMethod.Count > 0)
            yield return "an HTTP function with further outputs returns a class with an [HttpResult] property";
        if (isHttp && ofProperties.Count > 0 && answers.Count != 1)
            yield return $"an HTTP function with several outputs has exactly one [HttpResult], this one has {answers.Count}";
        if (isHttp && ofProperties.Count == 0 && returned is not null && !typeof(IActionResult).IsAssignableFrom(returned))
            yield return $"an HTTP function returns an IActionResult, a Task, or a class with an [HttpResult] property, not {returned.Name}";
    }

    private static IEnumerable<string> CheckOutput(OutputBindingAttribute output)
    {
        foreach (var violation in CheckDepth(output.GetType()))
            yield return violation;
        switch (output)
        {
            case QueueOutputAttribute queue when !IsQueueName(queue.QueueName):
                yield return $"'{queue.QueueName}' is not a queue name (3–63 of a-z, 0-9 and single '-')";
                break;
            case BlobOutputAttribute blob when !IsBlobPath(blob.BlobPath):
                yield return $"'{blob.BlobPath}' is not container/name (container: 3–63 of a-z, 0-9 and single '-')";
                break;
        }
    }

    // The generators look exactly that far up: a deeper attribute would silently not be a binding.
    private static IEnumerable<string> CheckDepth(Type attribute)
    {
        if (attribute.IsAbstract)
            yield break;
        if (attribute.BaseType?.BaseType != typeof(BindingAttribute))
            yield return $"{attribute.Name} must stand exactly two levels under BindingAttribute";
        if (typeof(OutputBindingAttribute).IsAssignableFrom(attribute) && attribute.BaseType != typeof(OutputBindingAttribute))
            yield return $"{attribute.Name} must stand directly under OutputBindingAttribute";
    }

    private static bool IsBindingAttribute(Type type) => type.IsSubclassOf(typeof(BindingAttribute));

    private static string? RouteProblem(string? route)
    {
        try
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse(route ?? "");
            return null;
        }
        catch (Microsoft.AspNetCore.Routing.Patterns.RoutePatternException error)
        {
            return error.Message;
        }
    }

    // What a name is once its %Setting% is filled in, only the start can tell.
    private static bool HasSetting(string value) => value.Split('%').Length >= 3;

    private static bool IsQueueName(string name) => HasSetting(name) || StorageName().IsMatch(name);

    private static bool IsBlobPath(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == path.Length - 1)
            return false;
        var container = path[..slash];
        return HasSetting(container) || container.Contains('{', StringComparison.Ordinal) || StorageName().IsMatch(container);
    }

    private static bool IsSchedule(string schedule) => HasSetting(schedule) || CronExpression.TryParse(schedule, CronFormat.IncludeSeconds, out _);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FunctionName();

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StorageName();
}
