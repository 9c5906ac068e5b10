using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EDefter.LocalWorker.Storage;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The row that keeps a month's state, changed behind the application's back: what a fault of storage, or of a hand, would do.</summary>
internal static class StoredHead
{
    /// <param name="book">Whose.</param>
    /// <param name="period">Month of fiscal year 2025.</param>
    /// <param name="change">Gets the head as it is kept.</param>
    public static async Task ChangeAsync(LiveBook book, string period, Action<JsonObject> change)
    {
        var azurite = await Azurite.SharedAsync();
        var table = new TableClient(azurite.ConnectionString, "Books");
        var row = (await table.GetEntityAsync<TableEntity>($"{book.Company}|0000|2025-01-01", "head|" + period, cancellationToken: TestContext.Current.CancellationToken)).Value;
        var head = (JsonObject)JsonNode.Parse(row.GetString("Json"))!;
        change(head);
        row["Json"] = head.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, TestContext.Current.CancellationToken);
    }
}
