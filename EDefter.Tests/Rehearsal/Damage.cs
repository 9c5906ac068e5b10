using System.Xml.Linq;

namespace EDefter.Tests.Rehearsal;

/// <summary>One way to break a document of the authority.</summary>
/// <param name="Name">What is done, for the message of a test that fails.</param>
/// <param name="Apply">Breaks the document; false where it has nothing to break in this way.</param>
internal sealed record Damage(string Name, Func<XDocument, bool> Apply);
