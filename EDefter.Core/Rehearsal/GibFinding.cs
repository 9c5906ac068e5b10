namespace EDefter.Core.Rehearsal;

/// <summary>What is wrong in a document of the authority, and where.</summary>
/// <param name="Assert">Id of the authority's assert (<c>Y84</c>), or of a check of ours (<c>EK01</c>).</param>
/// <param name="Message">What is wrong, in Turkish.</param>
/// <param name="Remedy">What to do about it, in Turkish.</param>
/// <param name="Place">Where in the document.</param>
public sealed record GibFinding(string Assert, string Message, string Remedy, GibPlace Place);
