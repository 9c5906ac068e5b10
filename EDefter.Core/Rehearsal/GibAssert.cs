using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal;

/// <summary>
/// One of the authority's asserts in our words. The authority gives them no ids: ours are the document's letter (Y, K, B, R) and the assert's
/// place in its rule file, so one row here may have an id in each document.
/// </summary>
/// <param name="Ids">Ids, divided by blanks.</param>
/// <param name="Message">What is wrong, for a bookkeeper.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Holds">The test, on the element that the assert speaks of.</param>
internal sealed record GibAssert(string Ids, string Message, string Remedy, Func<Scope, Element, bool> Holds)
{
    /// <returns>The assert's id in a document's rules, or null when they do not have it.</returns>
    public string? IdIn(char letter)
    {
        foreach (var range in Ids.AsSpan().Split(' '))
        {
            if (Ids[range.Start] == letter)
                return Ids[range];
        }

        return null;
    }
}
