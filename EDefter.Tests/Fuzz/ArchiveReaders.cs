using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using EDefter.Core.Sealing;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Backups;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Formats;
using EDefter.Tests.Invariants;
using EDefter.Tests.Sealing;
using EDefter.Tests.Storage;
using EDefter.Tests.Workflow;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>Archives that come back, and backups.</summary>
internal static class ArchiveReaders
{
    private const string Upload = "00112233445566778899aabbccddeeff";

    private static readonly IReadOnlyList<SealedTwin> Twins = [.. ((string[])["izibiz", "edefter", "digitalplanet", "sovos", "defterdar"]).Select(id => SealedTwin.Of(Months.Number([Months.Simple(1), Months.Simple(2), Months.Simple(3)], 1, 1), Archives.Of(id)))];

    public static FuzzReader Packed() => new("verify-zip", [.. Twins.Select(twin => twin.Zip)], [.. FuzzTokens.Xml, .. FuzzTokens.Text], static (bytes, origin) => Verify(Twins[origin], bytes, name: null)) { IsZip = true, Share = 4 };

    public static FuzzReader SingleFile() => new("verify-file", [.. Twins.Select(twin => twin.Content)], [.. FuzzTokens.Xml, .. FuzzTokens.Text], static (bytes, origin) => Verify(Twins[origin], bytes, Twins[origin].Name)) { Share = 4 };

    public static FuzzReader Restore() => new("restore", [BackupOf()], FuzzTokens.Json, static (bytes, _) => TryRestore(bytes)) { IsZip = true, Reseal = Reseal, Share = 2 };

    // What was only packed anew is intact, or is not known; what was changed is told.
    private static bool Verify(SealedTwin twin, byte[] found, string? name)
    {
        using var upload = new MemoryStream(found);
        using var archive = new SealedArchive(new MemoryStream(twin.Zip));
        var verification = ArchiveVerifier.Verify(twin.Manifest, upload, name, limits: null, archive);
        Assert.True(verification.Verdict != Verdict.Altered || verification.Differences.Count > 0);
        return verification.Verdict != Verdict.Unknown && !verification.Differences.Any(difference => difference.Kind == DifferenceKind.Unreadable);
    }

    private static byte[] BackupOf()
    {
        var ground = new Ground();
        return Task.Run(async () =>
        {
            var office = await new Office(ground.Start()).OpenAsync();
            await office.PostAsync(CleanVouchers.Of("a", new DateOnly(2025, 1, 3), 1m), CleanVouchers.Of("b", new DateOnly(2025, 1, 4), 2m));
            await office.NumberAsync("2025-01");
            var outcome = await ground.Start().ActAsync<BackupDesk>(desk => desk.AskAsync(Office.Firm, new Actor("Nurgül Özışık", "admin"), idempotencyKey: null, CancellationToken.None));
            return ground.Blobs.Read(BlobArea.Backups, BackupDesk.NameOf(Office.Firm, WireJson.Read<BackupView>(outcome.Value!).Id));
        }).GetAwaiter().GetResult();
    }

    private static bool TryRestore(byte[] backup)
    {
        var ground = new Ground();
        ground.Blobs.Write(BlobArea.Uploads, BackupDesk.UploadOf(Office.Firm, Upload), backup);
        var process = ground.Start();
        var work = process.Services.GetServices<IJobWork>().OfType<RestoreWork>().Single();
        var blobs = process.Get<IBlobs>();
        var found = blobs.FindAsync(BlobArea.Uploads, BackupDesk.UploadOf(Office.Firm, Upload), CancellationToken.None).GetAwaiter().GetResult()!;
        var job = new Job { Id = "j", Kind = RestoreWork.KindWord, Company = Office.Firm, Branch = "0000", Request = WireJson.Write(new RestoreRequest(Upload, found.Version)), Actor = new Actor("Nurgül Özışık", "admin") };
        var outcome = work.RunAsync(job, new PlannedJobs(job).Progress(), CancellationToken.None).GetAwaiter().GetResult();
        var isThere = process.Get<ICompanies>().FindAsync(Office.Firm, CancellationToken.None).GetAwaiter().GetResult() is not null;
        Assert.Equal(!outcome.IsRefused, isThere);
        if (outcome.IsRefused)
            AssertNothingWritten(ground);
        return isThere;
    }

    private static void AssertNothingWritten(Ground ground)
    {
        Assert.All((MemoryTable[])[ground.Books, ground.Companies, ground.Acknowledgements, ground.Audit], table => Assert.Equal(0, table.Rows));
        Assert.All(ground.Blobs.All(), blob => Assert.Equal(BlobArea.Uploads, blob.Area));
    }

    // Gives the manifest the sizes and hashes of what stands beside it now: somebody who forges a backup does the same.
    private static List<(string Name, byte[] Content)> Reseal(List<(string Name, byte[] Content)> parts)
    {
        var at = parts.FindIndex(part => part.Name == BackupManifest.EntryName);
        if (at < 0 || Manifest(parts[at].Content) is not { } manifest || manifest["entries"] is not JsonArray entries)
            return parts;
        foreach (var entry in entries.OfType<JsonObject>())
        {
            if (entry["name"] is not JsonValue name || parts.FindIndex(part => part.Name == name.ToString()) is not (>= 0 and var place))
                continue;
            entry["bytes"] = parts[place].Content.Length;
            entry["sha256"] = Convert.ToHexStringLower(SHA256.HashData(parts[place].Content));
        }

        return [.. parts.Select((part, index) => index == at ? (part.Name, JsonSerializer.SerializeToUtf8Bytes(manifest)) : part)];
    }

    // A manifest that was mutated itself stays as it is.
    private static JsonObject? Manifest(byte[] json) => Utf8.IsValid(json) && !json.AsSpan().Contains((byte)'\\') && IsJson(json) ? JsonNode.Parse(json) as JsonObject : null;

    private static bool IsJson(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
