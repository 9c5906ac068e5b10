namespace EDefter.Functions.Telemetry;

/// <summary>What may be told of a function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trigger">http, pubsub or timer: words of OpenTelemetry's conventions.</param>
/// <param name="Route">Template of its route, with the names of what varies, never with the values; null unless http.</param>
/// <param name="Queue">Its queue; null unless pubsub.</param>
internal sealed record WatchedFunction(string Name, string Trigger, string? Route, string? Queue);
