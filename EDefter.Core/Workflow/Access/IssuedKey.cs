namespace EDefter.Core.Workflow.Access;

/// <summary>A new key, told this once.</summary>
public sealed record IssuedKey(string Id, string Key, string Role, string Name, DateOnly? ExpiresOn);
