namespace EDefter.Functions.Http;

/// <summary>JSON that was written before and is passed on as it stands.</summary>
public sealed record RawJson(string Text);
