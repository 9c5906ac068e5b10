namespace EDefter.Functions.Webhooks;

/// <summary>Body of POST …/webhooks/{id}/rotate.</summary>
/// <param name="OverlapHours">How long the old secret signs too, 0 to 168; absent means a day.</param>
public sealed record RotateBody(int? OverlapHours);
