using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>
/// Content-named copies of a company and its chart as they stood when a month was numbered: an archive made years later is written from
/// them, so its bytes do not depend on what the company looks like then.
/// </summary>
public sealed class Snapshots(IBlobs blobs)
{
    /// <summary>What stands in a stamp for "no chart was ever sent".</summary>
    public const string NoChart = "none";

    public Task<string> KeepCompanyAsync(Company company, CancellationToken cancellationToken) => KeepAsync(company.Id, company, cancellationToken);

    public async Task<string> KeepChartAsync(string company, ChartOfAccounts? chart, CancellationToken cancellationToken) =>
        chart is null ? NoChart : await KeepAsync(company, new ChartCopy(chart.Accounts, chart.IsComplete), cancellationToken);

    public Task<Company> ReadCompanyAsync(string name, CancellationToken cancellationToken) => ReadAsync<Company>(name, cancellationToken);

    public async Task<ChartOfAccounts?> ReadChartAsync(string name, CancellationToken cancellationToken)
    {
        if (string.Equals(name, NoChart, StringComparison.Ordinal))
            return null;
        var copy = await ReadAsync<ChartCopy>(name, cancellationToken);
        return new ChartOfAccounts(copy.Accounts, copy.IsComplete);
    }

    private async Task<string> KeepAsync<T>(string company, T value, CancellationToken cancellationToken)
    {
        var json = WireJson.Write(value);
        var name = $"{company}/{ContentHash.Short(json)}.json";
        await blobs.KeepAsync(name, "application/json", System.Text.Encoding.UTF8.GetBytes(json), cancellationToken);
        return name;
    }

    private async Task<T> ReadAsync<T>(string name, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Snapshots, name, cancellationToken) ?? throw new InvalidDataException($"The snapshot {name} is missing.");
        return await JsonSerializer.DeserializeAsync<T>(blob, WireJson.Options, cancellationToken) ?? throw new InvalidDataException($"The snapshot {name} is empty.");
    }

    private sealed record ChartCopy(IReadOnlyList<ChartAccount> Accounts, bool IsComplete);
}
