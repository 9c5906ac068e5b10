using System.Globalization;
using System.Text.Json.Nodes;

namespace EDefter.Tests.OpenApi;

/// <summary>Keeps the first JSON answer of each kind that each operation gives, made stable: by status, and one refusal.</summary>
internal sealed class AnswerRecorder(RecordedAnswers answers) : DelegatingHandler(new ContractHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType is not ("application/json" or "application/problem+json") || ApiContract.Published.OperationOf(request.Method.Method, request.RequestUri!.AbsolutePath) is not { } operation)
            return response;
        var kind = response.IsSuccessStatusCode ? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture) : "problem";
        answers.Keep(operation, kind, JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!);
        return response;
    }
}
