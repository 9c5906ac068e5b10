namespace EDefter.Core.Sealing;

/// <summary>What wrote an archive.</summary>
/// <param name="Name">The product.</param>
/// <param name="Version">Its version.</param>
/// <param name="Writers"><see cref="Formats.FormatVersion.Writers"/>.</param>
public sealed record ManifestSoftware(string Name, string Version, int Writers);
