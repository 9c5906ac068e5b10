namespace EDefter.Core.Reading.Profiles;

/// <summary>Something wrong with a profile file.</summary>
/// <param name="Place">Path of the member: <c>delimited.columns[3].field</c>; empty for the whole file.</param>
/// <param name="Message">Turkish sentence.</param>
public sealed record ProfileFault(string Place, string Message);
