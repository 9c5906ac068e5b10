using System.Reflection;
using System.Text.RegularExpressions;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate;

namespace EDefter.Functions.OpenApi;

/// <summary>An HTTP function as its attributes describe it.</summary>
/// <param name="Name">The function's name, the operation's id.</param>
/// <param name="Method">HTTP method in small letters.</param>
/// <param name="Route">From the root.</param>
/// <param name="Function">Where it is declared.</param>
public sealed partial record ApiOperation(string Name, string Method, string Route, MethodInfo Function)
{
    /// <summary>Empty for everybody.</summary>
    public IReadOnlyList<Role> Roles => Function.GetCustomAttribute<AccessAttribute>()?.Roles ?? [];

    public IEnumerable<string> PathParameters => Braces().Matches(Route).Select(static match => match.Groups["name"].Value);

    /// <summary>The folder that its class stands in.</summary>
    public string Group => Function.DeclaringType!.Namespace!.Split('.')[^1];

    /// <summary>Every call of this program; the files of the screen are none.</summary>
    public static IReadOnlyList<ApiOperation> All() =>
    [
        .. from function in DeclaredFunction.All
           let trigger = function.Http
           where trigger is not null
           let route = trigger.Route ?? string.Empty
           where route.StartsWith("api/", StringComparison.Ordinal)
           from verb in trigger.Methods ?? []
           let operation = new ApiOperation(function.Name, verb, route, function.Method)
           orderby operation.Route, operation.Method
           select operation,
    ];

    [GeneratedRegex(@"\{(?<name>\w+)\??\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Braces();
}
