namespace EDefter.Core.Formats.Gib;

/// <summary>A parameter of a draft that cannot be read.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Message">Turkish: what was given, and what may be.</param>
public sealed record GibDraftFault(string Parameter, string Message);
