using EDefter.Core.Formats;

namespace EDefter.Core.Sealing;

/// <summary>The profile an archive was written with.</summary>
/// <param name="Hash"><see cref="Profile.Hash"/>.</param>
/// <param name="Parameters">The values that were used.</param>
/// <param name="Unverified">The format is known from one program only, and whoever asked for the archive accepted that.</param>
public sealed record ManifestProfile(string Id, int Version, string Title, Confidence Confidence, string Source, string Hash, IReadOnlyDictionary<string, string> Parameters, bool Unverified = false);
