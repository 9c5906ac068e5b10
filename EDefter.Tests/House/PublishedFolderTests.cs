using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Functions.Azure;
using EDefter.Tests.Rules;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Xunit;

namespace EDefter.Tests.House;

/// <summary>
/// tools/publish/check.mjs knows a good published folder from bad ones. The folder is made up here, as the real SDK writes it, because its packages are not to be
/// had everywhere; the functions in it are those of the compiled program, so the script's reading of the sources is held to the program as well.
/// </summary>
public sealed class PublishedFolderTests : IDisposable
{
    private const string Metadata = "functions.metadata";
    private readonly string folder = Directory.CreateTempSubdirectory("edefter-published-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_folder_with_every_function_passes()
    {
        WriteGood();
        var (exitCode, text) = await CheckAsync();
        Assert.True(exitCode == 0, text);
        Assert.Contains($"{Functions().Count} functions", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a function is missing", "functions.metadata: WatchMonths is missing")]
    [InlineData("a function too many", "functions.metadata: Undeclared is no function of the sources")]
    [InlineData("another queue", "functions.metadata: RunJob is bound to queueTrigger others, not to queueTrigger jobs")]
    [InlineData("another route", "functions.metadata: GetHealth is bound to httpTrigger elsewhere, not to httpTrigger api/health")]
    [InlineData("the host's key", "functions.metadata: GetHealth wants the host's key (Function)")]
    [InlineData("no metadata", "functions.metadata: missing")]
    [InlineData("no host.json", "host.json: missing")]
    [InlineData("another host.json", "host.json: not the one of the repository")]
    [InlineData("no triggers of the host", ".azurefunctions: empty")]
    [InlineData("the stand-in", "EDefter.LocalWorker.dll: does not belong into a published folder")]
    [InlineData("the stand-in's name", "EDefter.Functions.deps.json: carries code of the local build")]
    [InlineData("the sample", "EDefter.Functions.dll: carries code of the local build")]
    [InlineData("somebody's settings", "local.settings.json: does not belong into a published folder")]
    [InlineData("another worker", "worker.config.json: starts Other.dll")]
    public async Task A_folder_with_a_fault_is_refused_by_name(string fault, string said)
    {
        WriteGood();
        Spoil(fault);
        var (exitCode, text) = await CheckAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<(int ExitCode, string Text)> CheckAsync() => NodeScript.RunAsync("publish/check.mjs", [folder], TestContext.Current.CancellationToken);

    private void WriteGood()
    {
        foreach (var name in (string[])["EDefter.Functions.dll", "EDefter.Functions.deps.json", "EDefter.Core.dll", "EDefter.Storage.dll", "Microsoft.Azure.Functions.Worker.dll"])
            Write(name, "BSJB");
        Write("extensions.json", "{}");
        Write(".azurefunctions/function.deps.json", "{}");
        Write("worker.config.json", """{ "description": { "language": "dotnet-isolated", "extensions": [".dll"], "defaultExecutablePath": "dotnet", "defaultWorkerPath": "EDefter.Functions.dll" } }""");
        File.Copy(Path.Combine(Repository.Root, "host.json"), At("host.json"));
        Write(Metadata, new JsonArray([.. Functions()]).ToJsonString());
    }

    private void Spoil(string fault)
    {
        switch (fault)
        {
            case "a function is missing":
                Change(functions => functions.Remove(One(functions, "WatchMonths")));
                break;
            case "a function too many":
                Change(functions =>
                {
                    var other = One(functions, "GetHealth").DeepClone();
                    other["name"] = "Undeclared";
                    functions.Add(other);
                });
                break;
            case "another queue":
                Change(functions => Binding(functions, "RunJob")["queueName"] = "others");
                break;
            case "another route":
                Change(functions => Binding(functions, "GetHealth")["route"] = "elsewhere");
                break;
            case "the host's key":
                Change(functions => Binding(functions, "GetHealth")["authLevel"] = "Function");
                break;
            case "no metadata":
                File.Delete(At(Metadata));
                break;
            case "no host.json":
                File.Delete(At("host.json"));
                break;
            case "another host.json":
                Write("host.json", """{ "version": "2.0" }""");
                break;
            case "no triggers of the host":
                File.Delete(At(".azurefunctions/function.deps.json"));
                break;
            case "the stand-in":
                Write("EDefter.LocalWorker.dll", "BSJB");
                break;
            case "the stand-in's name":
                Write("EDefter.Functions.deps.json", """{ "libraries": { "EDefter.LocalWorker/0.1.0": { } } }""");
                break;
            case "the sample":
                Write("EDefter.Functions.dll", "BSJB SampleRun");
                break;
            case "somebody's settings":
                Write("local.settings.json", "{}");
                break;
            case "another worker":
                Write("worker.config.json", """{ "description": { "defaultWorkerPath": "Other.dll" } }""");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, message: null);
        }
    }

    private void Change(Action<JsonArray> change)
    {
        var functions = JsonNode.Parse(File.ReadAllText(At(Metadata)))!.AsArray();
        change(functions);
        Write(Metadata, functions.ToJsonString());
    }

    private static JsonNode One(JsonArray functions, string name) => functions.Single(function => function!["name"]!.GetValue<string>() == name)!;

    private static JsonNode Binding(JsonArray functions, string name) => One(functions, name)["bindings"]![0]!;

    private string At(string name) => Path.Combine(folder, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static List<JsonNode> Functions() =>
    [
        .. from type in typeof(SettingNames).Assembly.GetExportedTypes()
           from method in type.GetMethods()
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select Entry(function.Name, $"{type.FullName}.{method.Name}", method.GetParameters().Select(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>()).First(trigger => trigger is not null)!),
    ];

    private static JsonNode Entry(string name, string entryPoint, TriggerBindingAttribute trigger) => JsonSerializer.SerializeToNode(new
    {
        name,
        scriptFile = "EDefter.Functions.dll",
        entryPoint,
        language = "dotnet-isolated",
        properties = new { IsCodeless = false },
        bindings = new[] { Of(trigger) },
    })!;

    private static object Of(TriggerBindingAttribute trigger) => trigger switch
    {
        HttpTriggerAttribute http => new { name = "request", direction = "In", type = "httpTrigger", authLevel = http.AuthLevel.ToString(), methods = http.Methods, route = http.Route },
        QueueTriggerAttribute queue => new { name = "id", direction = "In", type = "queueTrigger", queueName = queue.QueueName },
        TimerTriggerAttribute timer => new { name = "timer", direction = "In", type = "timerTrigger", schedule = timer.Schedule },
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, message: null),
    };
}
