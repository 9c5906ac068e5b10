namespace EDefter.Core.Workflow.Ports;

/// <summary>One content of a company's own profile.</summary>
/// <param name="Hash"><see cref="Formats.Profile.Hash"/>: names the content, here and in manifests.</param>
/// <param name="Version">The number the file gives itself.</param>
/// <param name="At">When it was kept.</param>
/// <param name="KeyId">The key that was used.</param>
public sealed record CompanyProfileVersion(string Hash, int Version, DateTimeOffset At, string KeyId);
