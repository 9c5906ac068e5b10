using System.Collections;

namespace EDefter.Core.Text;

/// <summary>A set of words that are equal as <see cref="TurkishWordComparer"/> says; remembers as <see cref="WordDictionary{T}"/> does.</summary>
public sealed class WordSet : IReadOnlyCollection<string>
{
    private readonly WordDictionary<bool> words;

    /// <param name="words">Words that all differ to a Turkish reader.</param>
    /// <exception cref="ArgumentException">Two words are one to a Turkish reader.</exception>
    public WordSet(IEnumerable<string> words) => this.words = new WordDictionary<bool>(words.Select(static word => KeyValuePair.Create(word, value: true)));

    public static WordSet Empty { get; } = new([]);

    public int Count => words.Count;

    public bool Contains(string word) => words.ContainsKey(word);

    public IEnumerator<string> GetEnumerator() => words.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
