namespace EDefter.Core.Workflow.Ports;

/// <summary>One message as it goes out.</summary>
/// <param name="Url">Where.</param>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Headers">Besides those of every JSON request.</param>
public sealed record HookRequest(string Url, ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers);
