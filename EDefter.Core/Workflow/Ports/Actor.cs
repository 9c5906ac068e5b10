namespace EDefter.Core.Workflow.Ports;

/// <summary>Who acts: the person's name as given in the request, and the id of the key that was used.</summary>
public sealed record Actor(string By, string KeyId);
