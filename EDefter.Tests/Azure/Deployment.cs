using System.Text.Json;
using EDefter.Tests.Rules;

namespace EDefter.Tests.Azure;

/// <summary>What infra/ deploys with one of its examples: the snapshot that the Bicep compiler made of it, checked in and held to infra/ by tools/bicep.</summary>
internal sealed class Deployment
{
    private readonly IReadOnlyList<JsonElement> resources;

    private Deployment(string example)
    {
        using var snapshot = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "infra", "examples", example + ".snapshot.json")));
        resources = [.. snapshot.RootElement.GetProperty("predictedResources").EnumerateArray().Select(resource => resource.Clone())];
    }

    public static IReadOnlyList<string> Examples { get; } = ["private", "listed", "trial", "strict"];

    public static Deployment Of(string example) => new(example);

    public IEnumerable<JsonElement> All(string type) => resources.Where(resource => resource.GetProperty("type").GetString() == type);

    /// <summary>The properties of the only resource of its type.</summary>
    public JsonElement Only(string type) => All(type).Single().GetProperty("properties");

    /// <summary>The app's settings.</summary>
    public IReadOnlyDictionary<string, string> Settings() =>
        Only("Microsoft.Web/sites/config").EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!, StringComparer.Ordinal);

    /// <summary>Name and query of every log alert.</summary>
    public IReadOnlyDictionary<string, string> Queries() => All("Microsoft.Insights/scheduledQueryRules").ToDictionary(
        rule => rule.GetProperty("name").GetString()!.Replace("alert-edefter-", string.Empty, StringComparison.Ordinal)[..^14],
        rule => rule.GetProperty("properties").GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!,
        StringComparer.Ordinal);
}
