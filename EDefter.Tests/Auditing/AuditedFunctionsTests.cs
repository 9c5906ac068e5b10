using System.Collections;
using System.Reflection;
using EDefter.Functions.Auditing;
using EDefter.Functions.Companies;
using EDefter.Functions.OpenApi;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace EDefter.Tests.Auditing;

/// <summary>No function is forgotten: what changes something is recorded unless it says why not, and so is what hands out a link or a file; and so is what nobody calls.</summary>
public sealed class AuditedFunctionsTests
{
    private static readonly AuditedFunctions Functions = new();

    public static TheoryData<string> Names => [.. All().Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_function_is_recorded_or_says_why_not(string name)
    {
        var (_, method) = All().Single(function => function.Name == name);
        var why = method.GetCustomAttribute<UnauditedAttribute>()?.Why;
        var isAudited = method.GetCustomAttribute<AuditedAttribute>() is not null;
        Assert.False(isAudited && why is not null, "it cannot be both");
        Assert.True(why is null or { Length: > 10 }, "a reason is a sentence");
        if (Functions.Find(name) is not { } function)
            Assert.True(why is not null, "nobody calls it, so the middleware does not record it: who does?");
        else if (!function.Route.StartsWith("GET ", StringComparison.Ordinal))
            Assert.True(function.IsRecorded == why is null && !isAudited, "what changes something is recorded by default");
        else if (HandsOut(method))
            Assert.True(isAudited || why is not null, "it hands out a link or a file: it is recorded, or says why not");
        else
            Assert.Equal(isAudited, function.IsRecorded);
    }

    [Fact]
    public void What_an_officer_asks_for_first_is_recorded() => Assert.All(
        ["PutCompany", "PostKeys", "DeleteKey", "PutAccounts", "PostVouchers", "DeleteVoucher", "PostUploads", "PostImport", "PostRepairs", "PostRepairApply", "PostRepairUndo", "PostNumbers", "PostNumbersUndo", "PostArchives", "GetArchive", "PostFiled", "PostFiledRevoke", "PutWebhook", "PostWebhookRotate", "DeleteWebhook", "PostAcknowledgements", "PostBackup", "GetBackup", "PostRestore", "PutRates", "DeleteJob"],
        name => Assert.True(Functions.Find(name)?.IsRecorded, name));

    // A link that can be followed for a while, or a file itself.
    private static bool HandsOut(MethodInfo method) => method.GetCustomAttributes<AnswersAttribute>().Any(answer => answer.MediaType is not null || (answer.Type is { } type && HasLink(type, [])));

    private static bool HasLink(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType && type.GetGenericArguments().Any(argument => HasLink(argument, seen)))
            return true;
        if (type.Assembly == typeof(object).Assembly || typeof(IEnumerable).IsAssignableFrom(type) || !seen.Add(type))
            return false;
        var names = type.GetProperties().Select(property => property.Name).ToList();
        return (names.Contains("Url") && names.Contains("ExpiresAt")) || type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => HasLink(property.PropertyType, seen));
    }

    private static IEnumerable<(string Name, MethodInfo Method)> All() =>
        from type in typeof(PutCompany).Assembly.GetExportedTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (function.Name, method);
}
