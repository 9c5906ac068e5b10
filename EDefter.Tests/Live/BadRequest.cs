using System.Text;

namespace EDefter.Tests.Live;

/// <summary>A request that must be refused, and how.</summary>
/// <param name="Send">Method and path; <c>{co}</c> and <c>{m}</c> stand for the book's company and for its month of January.</param>
/// <param name="Body">JSON, or null for none.</param>
/// <param name="Expected">Status and type: "422 unreadable".</param>
/// <param name="Role">Whose key is shown.</param>
public sealed record BadRequest(string Send, string? Body, string Expected, string Role = "accountant")
{
    public string ContentType { get; init; } = "application/json";

    /// <summary>One more header, "Name: value".</summary>
    public string? Header { get; init; }

    public HttpRequestMessage For(LiveBook book)
    {
        var (method, path) = (Send[..Send.IndexOf(' ', StringComparison.Ordinal)], Send[(Send.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var filled = path.Replace("{m}", book.Month("2025-01"), StringComparison.Ordinal).Replace("{co}", book.Company, StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(filled, UriKind.Relative));
        if (Body is not null)
            request.Content = new StringContent(Body, Encoding.UTF8, ContentType);
        if (Header?.Split(": ", 2) is [var name, var value] && !request.Headers.TryAddWithoutValidation(name, value))
            request.Content!.Headers.Add(name, value);
        return request;
    }

    public override string ToString() => $"{Send} {Body}";
}
