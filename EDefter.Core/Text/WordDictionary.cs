using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace EDefter.Core.Text;

/// <summary>
/// A dictionary of words that are equal as <see cref="TurkishWordComparer"/> says. An ERP writes the same few words on every voucher, so what a text
/// was found to be is remembered by its exact characters, up to a bound; the answer never depends on what is remembered. Safe for many threads.
/// </summary>
public sealed class WordDictionary<T> : IReadOnlyDictionary<string, T>
{
    // Texts people type freely (descriptions) are without number: beyond so many, each is folded anew.
    private const int RememberedMax = 4_096;

    private readonly Dictionary<string, T> words = new(TurkishWordComparer.Instance);
    private readonly ConcurrentDictionary<string, (bool IsFound, T? Value)> remembered = new(StringComparer.Ordinal);

    /// <param name="words">Words that all differ to a Turkish reader.</param>
    /// <exception cref="ArgumentException">Two words are one to a Turkish reader.</exception>
    public WordDictionary(IEnumerable<KeyValuePair<string, T>> words)
    {
        foreach (var (word, value) in words)
            this.words.Add(word, value);
    }

    public int Count => words.Count;

    public IEnumerable<string> Keys => words.Keys;

    public IEnumerable<T> Values => words.Values;

    public T this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        if (!remembered.TryGetValue(key, out var known))
        {
            known = (words.TryGetValue(key, out var found), found);
            if (remembered.Count < RememberedMax)
                remembered.TryAdd(key, known);
        }

        value = known.Value;
        return known.IsFound;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => words.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
