namespace EDefter.LocalWorker.Storage;

/// <summary>Asks a local port who is there, by the headers that every storage service answers with, even to an unsigned request.</summary>
internal static class StorageProbe
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    /// <summary>What listens on 127.0.0.1 at <paramref name="port"/>.</summary>
    /// <param name="service"><c>Blob</c>, <c>Queue</c> or <c>Table</c>: Azurite's services name themselves.</param>
    public static async Task<PortState> AskAsync(int port, string service, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = AnswerLimit };
        try
        {
            var list = service == "Table" ? "/Tables" : "?comp=list";
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/devstoreaccount1{list}"), cancellationToken);
            var names = answer.Headers.TryGetValues("Server", out var servers) ? string.Join(' ', servers) : "";
            var isOtherService = names.StartsWith("Azurite-", StringComparison.Ordinal) && !names.StartsWith($"Azurite-{service}", StringComparison.Ordinal);
            return answer.Headers.Contains("x-ms-request-id") && !isOtherService ? PortState.Storage : PortState.Foreign;
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return PortState.Free;
        }
        catch (HttpRequestException)
        {
            return PortState.Foreign;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PortState.Foreign;
        }
    }
}
