namespace EDefter.Tests.OpenApi;

/// <summary>Holds every answer that a test receives against the published description.</summary>
public sealed class ContractHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType is not ("application/json" or "application/problem+json"))
            return response;
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var wrong = ApiContract.Published.Judge(request.Method.Method, request.RequestUri!.AbsolutePath, (int)response.StatusCode, response.Content.Headers.ContentType.MediaType, await response.Content.ReadAsStringAsync(cancellationToken));
        return wrong.Count == 0 ? response : throw new InvalidOperationException("The answer is not as described. " + string.Join(" ", wrong));
    }
}
