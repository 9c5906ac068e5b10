namespace EDefter.Core.Sealing;

/// <summary>The ZIP as it was written; its bytes may differ between runtimes while the content does not.</summary>
public sealed record ManifestZip(string Name, long Bytes, string Sha256);
