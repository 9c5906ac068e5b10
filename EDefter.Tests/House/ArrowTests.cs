using System.Reflection;
using System.Text.RegularExpressions;
using EDefter.Core.Vouchers;
using EDefter.Functions.Companies;
using EDefter.LocalWorker.Hosting;
using EDefter.Storage;
using EDefter.Tests.Rules;
using Xunit;

namespace EDefter.Tests.House;

/// <summary>The arrows of the house run one way (docs/ARCHITECTURE.md): who may know whom, between projects and between the rooms of the core.</summary>
public sealed partial class ArrowTests
{
    /// <summary>The rooms of the core in the order of a voucher's way; a room knows only rooms before it.</summary>
    private static readonly string[] Rooms = ["Vouchers", "Companies", "Text", "Calendar", "Reading", "Rules", "Repairs", "Journal", "Formats", "Rehearsal", "Sealing", "Workflow"];

    [Fact]
    public void The_core_knows_no_storage_no_web_and_no_host() =>
        Assert.DoesNotContain(References(typeof(Voucher).Assembly), name => StartsWithAny(name, "Azure", "Microsoft.AspNetCore", "Microsoft.Azure", "Microsoft.Extensions", "EDefter"));

    [Fact]
    public void Storage_knows_the_core_and_azure_only() =>
        Assert.DoesNotContain(References(typeof(StorageRegistration).Assembly), name => StartsWithAny(name, "Microsoft.AspNetCore", "Microsoft.Azure", "EDefter.Functions", "EDefter.LocalWorker", "ClosedXML"));

    [Fact]
    public void The_local_worker_knows_nothing_of_bookkeeping() =>
        Assert.DoesNotContain(References(typeof(LocalWorkerOptions).Assembly), name => StartsWithAny(name, "EDefter", "ClosedXML"));

    [Fact]
    public void Functions_hold_no_bookkeeping()
    {
        // What the sample sends and what a description calls by name is no bookkeeping.
        string[] others = ["Sample", "Local", "OpenApi"];
        foreach (var (path, text) in Sources("EDefter.Functions").Where(file => !others.Any(other => file.Path.StartsWith(other, StringComparison.Ordinal))))
            Assert.False(Bookkeeping().IsMatch(text), $"{path} does bookkeeping: {Bookkeeping().Match(text).Value}");
    }

    [Fact]
    public void A_room_of_the_core_knows_only_the_rooms_before_it()
    {
        foreach (var (path, text) in Sources("EDefter.Core"))
        {
            var room = path.Split(Path.DirectorySeparatorChar)[0];
            if (!Rooms.Contains(room, StringComparer.Ordinal))
                continue;
            foreach (Match use in RoomUse().Matches(text))
                Assert.True(Array.IndexOf(Rooms, use.Groups["room"].Value) <= Array.IndexOf(Rooms, room), $"{path} in {room} uses {use.Value}");
        }
    }

    [Fact]
    public void Every_folder_of_the_core_is_a_known_room() =>
        Assert.Empty(Sources("EDefter.Core").Select(file => file.Path.Split(Path.DirectorySeparatorChar)[0]).Where(name => !name.EndsWith(".cs", StringComparison.Ordinal)).Distinct().Except(Rooms, StringComparer.Ordinal));

    [Fact]
    public void Only_the_workflow_is_asynchronous()
    {
        // A stream passes on the asynchronous members that every stream has; it decides nothing.
        foreach (var (path, text) in Sources("EDefter.Core").Where(file => !file.Path.StartsWith("Workflow", StringComparison.Ordinal) && !file.Path.EndsWith("Stream.cs", StringComparison.Ordinal)))
            Assert.False(Asynchronous().IsMatch(text), $"{path} is asynchronous: {Asynchronous().Match(text).Value}");
    }

    [Fact]
    public void Every_http_function_says_who_may_call_it() =>
        Assert.All(
            typeof(PutCompany).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods()).Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<Microsoft.Azure.Functions.Worker.HttpTriggerAttribute>() is not null)),
            method => Assert.True(method.GetCustomAttribute<Functions.Gate.AccessAttribute>() is not null ^ method.GetCustomAttribute<Functions.Gate.PublicAttribute>() is not null, method.DeclaringType!.Name));

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static bool StartsWithAny(string name, params string[] heads) => heads.Any(head => name.StartsWith(head, StringComparison.Ordinal));

    private static IEnumerable<(string Path, string Text)> Sources(string project)
    {
        var root = Path.Combine(Repository.Root, project);
        return from path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
               let relative = Path.GetRelativePath(root, path)
               where !relative.StartsWith("obj", StringComparison.Ordinal) && !relative.StartsWith("bin", StringComparison.Ordinal)
               select (relative, File.ReadAllText(path));
    }

    [GeneratedRegex(@"\b(decimal|VoucherFacts|CheckEngine|RepairPlanner|JournalEntry|NumberingBuilder|ArchiveWriter)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bookkeeping();

    [GeneratedRegex(@"\bEDefter\.Core\.(?<room>Vouchers|Companies|Text|Reading|Rules|Repairs|Journal|Formats|Rehearsal|Sealing|Workflow)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RoomUse();

    [GeneratedRegex(@"\b(await|async|Task<|ValueTask)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asynchronous();
}
