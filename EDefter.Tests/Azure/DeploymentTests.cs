using System.Reflection;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Retention;
using EDefter.Functions.Azure;
using EDefter.Functions.Keys;
using EDefter.Functions.MonthEnds;
using EDefter.Functions.Telemetry;
using EDefter.Storage;
using EDefter.Tests.Rules;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace EDefter.Tests.Azure;

/// <summary>infra/ and the program say the same: settings, roles, what is swept, what is watched.</summary>
public sealed partial class DeploymentTests
{
    private const string SettingsFile = "EDefter.Functions/Azure/AzureSettings.cs";

    // Read by the Functions host and the platform, not by the program.
    private static readonly string[] OfThePlatform = ["AzureWebJobsStorage__credential", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_STATSBEAT_DISABLED"];

    public static TheoryData<string> Examples => [.. Deployment.Examples];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_app_gets_the_settings_that_the_program_reads_and_no_others(string example)
    {
        var given = Deployment.Of(example).Settings();
        var read = Names().Where(name => name != SettingNames.Storage && !SettingNames.Optional.Contains(name)).Select(name => name.Replace(":", "__", StringComparison.Ordinal));
        Assert.Equal(read.Concat(OfThePlatform).Order(StringComparer.Ordinal), given.Keys.Order(StringComparer.Ordinal));
        // The vault holds the secrets; nothing else in the settings opens anything.
        foreach (var secret in (string[])[SettingNames.AdminKey, SettingNames.WebhookKey])
            Assert.StartsWith("[format('@Microsoft.KeyVault(SecretUri={0})'", given[secret], StringComparison.Ordinal);
        Assert.Equal(example == "listed", given[SettingNames.EntraTenant].Length > 0 && given[SettingNames.EntraAudience].Length > 0);
        Assert.DoesNotContain(given.Values, value => value.Contains("listKeys", StringComparison.OrdinalIgnoreCase) || value.Contains("AccountKey", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_name_is_read_and_nothing_is_read_under_another_name()
    {
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var settings = AzureSettings.Read(new AskedConfiguration(asked, new ConfigurationBuilder().AddInMemoryCollection(Values()).Build()));
        Assert.NotNull(settings.Account);
        Assert.Equal(Names().Except([.. SettingNames.Optional, SettingNames.WebhookKey, SettingNames.EntraTenant, SettingNames.EntraAudience], StringComparer.Ordinal).Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
        foreach (var file in (string[])["EDefter.Functions", "EDefter.Storage", "EDefter.Core"])
            Assert.All(Sources(file), source => Assert.All(Reading().Matches(source.Text), use => Assert.True(use.Value.Contains("SettingNames.", StringComparison.Ordinal) || source.Path == SettingsFile, $"{source.Path}: {use.Value}")));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_identity_has_the_least_roles(string example)
    {
        string[] roles = [.. Deployment.Of(example).All("Microsoft.Authorization/roleAssignments").Select(grant => Last(grant.GetProperty("properties").GetProperty("roleDefinitionId").GetString()!)).Order(StringComparer.Ordinal)];
        // https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
        string[] expected =
        [
            "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
            "3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
            "4633458b-17de-408a-b874-0445c86b69e6", // Key Vault Secrets User
            "974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
            "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
        ];
        Assert.Equal(expected, roles);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Storage_has_no_keys_and_nothing_public_in_it(string example)
    {
        var account = Deployment.Of(example).Only("Microsoft.Storage/storageAccounts");
        Assert.False(account.GetProperty("allowSharedKeyAccess").GetBoolean());
        Assert.False(account.GetProperty("allowBlobPublicAccess").GetBoolean());
        Assert.True(account.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", account.GetProperty("minimumTlsVersion").GetString());
        Assert.True(Deployment.Of(example).Only("Microsoft.Insights/components").GetProperty("DisableLocalAuth").GetBoolean());
        Assert.All(Deployment.Of(example).All("Microsoft.Web/sites/basicPublishingCredentialsPolicies"), policy => Assert.False(policy.GetProperty("properties").GetProperty("allow").GetBoolean()));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Pages_of_the_app_write_to_storage_through_links_and_nobody_elses_do(string example)
    {
        var deployment = Deployment.Of(example);
        var rule = Assert.Single(deployment.Only("Microsoft.Storage/storageAccounts/blobServices").GetProperty("cors").GetProperty("corsRules").EnumerateArray().ToList());
        var app = deployment.All("Microsoft.Web/sites").Single().GetProperty("name").GetString();
        string[] own = [$"https://{app}.azurewebsites.net"];
        Assert.Equal(example == "listed" ? [.. own, "https://defter.example.com"] : own, Texts("allowedOrigins"));
        Assert.Equal([UploadCors.Methods], Texts("allowedMethods"));
        Assert.Equal([UploadCors.Headers], Texts("allowedHeaders"));
        Assert.Empty(Texts("exposedHeaders"));
        Assert.Equal(UploadCors.AgeSeconds, rule.GetProperty("maxAgeInSeconds").GetInt32());

        IEnumerable<string> Texts(string name) => rule.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);
    }

    [Fact]
    public void Nothing_answers_from_outside_unless_it_is_asked_for()
    {
        var own = Deployment.Of("private");
        foreach (var type in (string[])["Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.Web/sites"])
            Assert.Equal("Disabled", own.Only(type).GetProperty("publicNetworkAccess").GetString());
        string[] reached = [.. own.All("Microsoft.Network/privateEndpoints").Select(endpoint => endpoint.GetProperty("properties").GetProperty("privateLinkServiceConnections")[0].GetProperty("properties").GetProperty("groupIds")[0].GetString()!).Order(StringComparer.Ordinal)];
        Assert.Equal(["blob", "queue", "sites", "table", "vault"], reached);
        Assert.Equal(5, own.All("Microsoft.Network/privateDnsZones").Count());

        var listed = Deployment.Of("listed");
        Assert.Equal(("Deny", "Deny"), (listed.Only("Microsoft.Storage/storageAccounts").GetProperty("networkAcls").GetProperty("defaultAction").GetString(), listed.Only("Microsoft.Web/sites").GetProperty("siteConfig").GetProperty("ipSecurityRestrictionsDefaultAction").GetString()));
        Assert.Equal(["203.0.113.7", "198.51.100.0/24"], listed.Only("Microsoft.Storage/storageAccounts").GetProperty("networkAcls").GetProperty("ipRules").EnumerateArray().Select(rule => rule.GetProperty("value").GetString()));
        Assert.Equal(["203.0.113.7/32", "198.51.100.0/24"], listed.Only("Microsoft.Web/sites").GetProperty("siteConfig").GetProperty("ipSecurityRestrictions").EnumerateArray().Select(rule => rule.GetProperty("ipAddress").GetString()));
        Assert.Equal("Disabled", listed.Only("Microsoft.KeyVault/vaults").GetProperty("publicNetworkAccess").GetString());
        Assert.Empty(Deployment.Of("trial").All("Microsoft.Network/privateEndpoints"));
    }

    // docs/decisions/retention.md: only copies and tools go, and never before the program's own sweep would take them.
    [Theory]
    [MemberData(nameof(Examples))]
    public void Only_working_blobs_are_swept_and_later_than_the_program_sweeps_them(string example)
    {
        var rules = Deployment.Of(example).Only("Microsoft.Storage/storageAccounts/managementPolicies").GetProperty("policy").GetProperty("rules").EnumerateArray().ToList();
        var days = rules.ToDictionary(
            rule => Assert.Single(rule.GetProperty("definition").GetProperty("filters").GetProperty("prefixMatch").EnumerateArray().ToList()).GetString()!,
            rule => rule.GetProperty("definition").GetProperty("actions").GetProperty("baseBlob").GetProperty("delete").GetProperty("daysAfterModificationGreaterThan").GetInt32(),
            StringComparer.Ordinal);
        Assert.Equal([StorageNames.BackupsContainer + "/", StorageNames.UploadsContainer + "/"], days.Keys.Order(StringComparer.Ordinal));
        Assert.True(days[StorageNames.UploadsContainer + "/"] > WorkingBlobs.RejectedAge.TotalDays && days[StorageNames.BackupsContainer + "/"] > WorkingBlobs.UploadAge.TotalDays);
        // A prefix reaches every container whose name it begins with.
        var kept = Enum.GetValues<BlobArea>().Except([BlobArea.Uploads, BlobArea.Backups]).Select(StorageNames.Container);
        Assert.All(kept, container => Assert.DoesNotContain(days.Keys, prefix => (container + "/").StartsWith(prefix, StringComparison.Ordinal)));
        // Where versions are kept, what was swept leaves one behind, which goes with the same term.
        Assert.All(rules, rule =>
        {
            var actions = rule.GetProperty("definition").GetProperty("actions");
            Assert.Equal(IsWrittenOnce(example) ? ["baseBlob", "version"] : ["baseBlob"], actions.EnumerateObject().Select(action => action.Name));
            if (IsWrittenOnce(example))
                Assert.Equal(Days(actions, "baseBlob", "daysAfterModificationGreaterThan"), Days(actions, "version", "daysAfterCreationGreaterThan"));
        });

        static int Days(JsonElement actions, string what, string since) => actions.GetProperty(what).GetProperty("delete").GetProperty(since).GetInt32();
    }

    // TTK 82: ten years from the end of the calendar year. What the program sweeps must stay deletable.
    [Theory]
    [MemberData(nameof(Examples))]
    public void Archives_and_prints_are_written_once_where_it_is_asked_for_and_nothing_else_is(string example)
    {
        var deployment = Deployment.Of(example);
        var policies = deployment.All("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies").ToList();
        string[] sealedOnes = [StorageNames.Container(BlobArea.Archives), StorageNames.Container(BlobArea.Prints)];
        Assert.Equal(IsWrittenOnce(example) ? sealedOnes : [], policies.Select(policy => policy.GetProperty("name").GetString()!.Split('/')[2]));
        Assert.All(policies, policy => Assert.True(policy.GetProperty("properties").GetProperty("immutabilityPeriodSinceCreationInDays").GetInt32() >= 11 * 365));
        Assert.Equal(IsWrittenOnce(example), deployment.Only("Microsoft.Storage/storageAccounts/blobServices").GetProperty("isVersioningEnabled").GetBoolean());
        Assert.False(deployment.Only("Microsoft.Storage/storageAccounts").TryGetProperty("immutableStorageWithVersioning", out _));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Who_reads_and_changes_storage_and_secrets_is_written_down_and_no_address_of_a_request_is(string example)
    {
        var deployment = Deployment.Of(example);
        var audited = deployment.All("Microsoft.Insights/diagnosticSettings").Select(setting => string.Join(' ', setting.GetProperty("properties").GetProperty("logs").EnumerateArray().Select(CategoryOf).Order(StringComparer.Ordinal)));
        Assert.Equal(["StorageDelete StorageRead StorageWrite", "StorageDelete StorageRead StorageWrite", "StorageDelete StorageWrite", "audit"], audited.Order(StringComparer.Ordinal));
        var site = deployment.Only("Microsoft.Web/sites").GetProperty("siteConfig");
        foreach (var log in (string[])["httpLoggingEnabled", "detailedErrorLoggingEnabled", "requestTracingEnabled"])
            Assert.False(site.GetProperty(log).GetBoolean());

        static string CategoryOf(JsonElement log) => (log.TryGetProperty("category", out var category) ? category : log.GetProperty("categoryGroup")).GetString()!;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Nothing_old_or_sideways_leads_in(string example)
    {
        var deployment = Deployment.Of(example);
        var site = deployment.Only("Microsoft.Web/sites").GetProperty("siteConfig");
        Assert.Equal(("1.2", "1.2", "Disabled"), (site.GetProperty("minTlsVersion").GetString(), site.GetProperty("scmMinTlsVersion").GetString(), site.GetProperty("ftpsState").GetString()));
        Assert.True(site.GetProperty("scmIpSecurityRestrictionsUseMain").GetBoolean());
        Assert.False(site.GetProperty("remoteDebuggingEnabled").GetBoolean());
        Assert.True(deployment.Only("Microsoft.Web/sites").GetProperty("httpsOnly").GetBoolean());
        var account = deployment.Only("Microsoft.Storage/storageAccounts");
        Assert.Equal((false, false, "AAD"), (account.GetProperty("isLocalUserEnabled").GetBoolean(), account.GetProperty("isSftpEnabled").GetBoolean(), account.GetProperty("allowedCopyScope").GetString()));
        Assert.True(account.GetProperty("encryption").GetProperty("requireInfrastructureEncryption").GetBoolean());
        Assert.True(deployment.Only("Microsoft.OperationalInsights/workspaces").GetProperty("features").GetProperty("disableLocalAuth").GetBoolean());
        var vault = deployment.Only("Microsoft.KeyVault/vaults");
        Assert.True(vault.GetProperty("enableRbacAuthorization").GetBoolean() && vault.GetProperty("enablePurgeProtection").GetBoolean());
        // Each subnet has its doors, and what is not named is shut.
        var subnets = deployment.All("Microsoft.Network/virtualNetworks").SelectMany(network => network.GetProperty("properties").GetProperty("subnets").EnumerateArray()).ToList();
        Assert.All(subnets, subnet => Assert.True(subnet.GetProperty("properties").TryGetProperty("networkSecurityGroup", out _)));
        Assert.All(deployment.All("Microsoft.Network/networkSecurityGroups"), doors => Assert.Equal(
            ["Inbound", "Outbound"],
            doors.GetProperty("properties").GetProperty("securityRules").EnumerateArray().Select(rule => rule.GetProperty("properties"))
                .Where(rule => rule.GetProperty("access").GetString() == "Deny" && rule.GetProperty("destinationPortRange").GetString() == "*").Select(rule => rule.GetProperty("direction").GetString()).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_books_cannot_be_deleted_with_their_account()
    {
        Assert.Equal("CanNotDelete", Deployment.Of("private").Only("Microsoft.Authorization/locks").GetProperty("level").GetString());
        var blobs = Deployment.Of("private").Only("Microsoft.Storage/storageAccounts/blobServices");
        Assert.Equal((true, 30), (blobs.GetProperty("deleteRetentionPolicy").GetProperty("enabled").GetBoolean(), blobs.GetProperty("deleteRetentionPolicy").GetProperty("days").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Alerts_look_for_functions_and_lines_that_exist(string example)
    {
        var queries = Deployment.Of(example).Queries();
        Assert.Equal(["deadline-near", "guessing", "jobs-wait", "key-ending", "month-end-stopped", "no-admin", "poison", "server-errors", "timers-silent", "work-waits"], queries.Keys.Order(StringComparer.Ordinal));
        var poison = Functions().Where(function => function.Trigger is QueueTriggerAttribute queue && queue.QueueName.EndsWith("-poison", StringComparison.Ordinal)).Select(function => function.Name);
        Assert.Equal(poison.Order(StringComparer.Ordinal), Quoted(queries["poison"]).Order(StringComparer.Ordinal));
        Assert.Equal([nameof(CloseMonths), nameof(WatchKeys), nameof(WatchMonths)], Quoted(queries["timers-silent"]).Order(StringComparer.Ordinal));
        Assert.Equal([WatchMonths.MonthEndStopped], Quoted(queries["month-end-stopped"]));
        Assert.Equal([WatchMonths.DeadlineNear], Quoted(queries["deadline-near"]));
        Assert.Equal([WatchKeys.KeyEnding], Quoted(queries["key-ending"]));
        using var instruments = new Instruments();
        Assert.Equal([instruments.Refusals.Name, Words.Refusal, Refusals.TooManyGuesses(retryAfter: 60).Type], Quoted(queries["guessing"]));
        Assert.Equal([instruments.JobWait.Name], Quoted(queries["work-waits"]));
        Assert.Equal([instruments.JobWait.Name, Words.JobLane, Words.Of(JobLane.Prompt)], Quoted(queries["jobs-wait"]));
        Assert.Equal(["Admin key unresolved:"], Quoted(queries["no-admin"]));
        Assert.Contains("\"Admin key unresolved:", File.ReadAllText(Path.Combine(Repository.Root, "EDefter.Functions", "Azure", "AzureProgram.cs")), StringComparison.Ordinal);
        Assert.All(Deployment.Of(example).All("Microsoft.Insights/scheduledQueryRules"), rule => Assert.Equal(1, rule.GetProperty("properties").GetProperty("actions").GetProperty("actionGroups").GetArrayLength()));
    }

    // The host thins out telemetry when there is much of it; what an alert reads must not be among what is left out.
    [Fact]
    public void What_alerts_read_is_not_thinned_out()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "host.json")));
        var kept = host.RootElement.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings").GetProperty("excludedTypes").GetString()!.Split(';');
        Assert.Superset(new HashSet<string>(StringComparer.Ordinal) { "Request", "Trace" }, kept.ToHashSet(StringComparer.Ordinal));
    }

    // ?by=, ?key= and ?name= may hold a person, a key and a tax number. The host leaves the query out of an address unless it is told otherwise.
    [Fact]
    public void The_host_keeps_no_query_of_an_address()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "host.json")));
        Assert.False(host.RootElement.GetProperty("logging").GetProperty("applicationInsights").GetProperty("enableQueryStringTracing").GetBoolean());
        Assert.False(host.RootElement.TryGetProperty("telemetryMode", out _));
    }

    // docs/operations.md has the table of levels.
    [Fact]
    public void What_alerts_read_is_not_kept_silent()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "host.json")));
        var levels = host.RootElement.GetProperty("logging").GetProperty("logLevel").EnumerateObject().ToDictionary(level => level.Name, level => level.Value.GetString()!, StringComparer.Ordinal);
        // Requests are the host's results; warnings of the morning timers come as lines of their functions.
        Assert.Equal(["EDefter: Information", "Function: Information", "Host.Results: Information", "default: Warning"], levels.Select(level => $"{level.Key}: {level.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_runtime_is_the_one_that_the_program_is_built_for()
    {
        var runtime = Deployment.Of("private").Only("Microsoft.Web/sites").GetProperty("functionAppConfig").GetProperty("runtime");
        var built = typeof(SettingNames).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
        Assert.Equal(("dotnet-isolated", built), (runtime.GetProperty("name").GetString(), ".NETCoreApp,Version=v" + runtime.GetProperty("version").GetString()));
    }

    // Any parameter that azd is to fill is one of the template's.
    [Fact]
    public void Parameters_of_azd_are_parameters_of_the_template()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "infra", "main.parameters.json")));
        var template = File.ReadAllText(Path.Combine(Repository.Root, "infra", "main.bicep"));
        var known = Parameter().Matches(template).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["given"].Success, StringComparer.Ordinal);
        var filled = file.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToList();
        Assert.Empty(filled.Except(known.Keys, StringComparer.Ordinal));
        Assert.Empty(known.Where(parameter => !parameter.Value).Select(parameter => parameter.Key).Except(filled, StringComparer.Ordinal));
    }

    private static bool IsWrittenOnce(string example) => example == "strict";

    private static IEnumerable<string> Names() => typeof(SettingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static Dictionary<string, string?> Values() => Names().Except(SettingNames.Optional).Where(name => name != SettingNames.Storage).ToDictionary(name => name, string? (_) => "https://a.example.net/", StringComparer.Ordinal);

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static IEnumerable<string> Quoted(string query) => Quotes().Matches(query).Select(match => match.Groups["word"].Value).Where(word => word != "5").Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string Name, TriggerBindingAttribute? Trigger)> Functions() =>
        from method in typeof(SettingNames).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods())
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (function.Name, method.GetParameters().Select(parameter => parameter.GetCustomAttribute<TriggerBindingAttribute>()).FirstOrDefault(trigger => trigger is not null));

    private static IEnumerable<(string Path, string Text)> Sources(string project) =>
        from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
        where !relative.Contains("/obj/", StringComparison.Ordinal) && !relative.Contains("/bin/", StringComparison.Ordinal)
        select (relative, File.ReadAllText(path));

    [GeneratedRegex(@"\b[cC]onfiguration\[[^\]]+\]|\bGetEnvironmentVariable\([^)]*\)|\bGetConnectionString\([^)]*\)|\bGetValue<[^>]+>\([^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reading();

    [GeneratedRegex("\"(?<word>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"^param (?<name>\w+) [\w\[\]]+(?<given> =)?", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Parameter();
}
