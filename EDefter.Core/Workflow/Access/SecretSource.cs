namespace EDefter.Core.Workflow.Access;

/// <summary>Cryptographically random bytes; the core has no randomness of its own.</summary>
public delegate byte[] SecretSource(int count);
