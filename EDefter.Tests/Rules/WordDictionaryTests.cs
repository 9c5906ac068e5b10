using EDefter.Core.Text;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class WordDictionaryTests
{
    /// <summary>What is remembered never changes an answer, below the bound and above it.</summary>
    [Fact]
    public void Answers_the_same_the_first_time_and_ever_after()
    {
        var words = new WordDictionary<int>([KeyValuePair.Create("E-FATURA", 1), KeyValuePair.Create("ÇEK", 2)]);
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(1, words["e_fatura"]);
            Assert.Equal(2, words["cek"]);
            Assert.False(words.TryGetValue("çekk", out _));
            Assert.Throws<KeyNotFoundException>(() => words["çekk"]);
            for (var i = 0; i < 5_000; i++)
                Assert.False(words.ContainsKey("yok " + i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        Assert.Equal(2, words.Count);
        Assert.Equal(["E-FATURA", "ÇEK"], words.Keys);
        Assert.Equal([1, 2], words.Values);
    }

    [Fact]
    public void Two_words_that_are_one_to_a_reader_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new WordDictionary<int>([KeyValuePair.Create("ÇEK", 1), KeyValuePair.Create("cek", 2)]));
        Assert.Throws<ArgumentException>(() => new WordSet(["e-fatura", "E FATURA"]));
    }

    [Fact]
    public void A_set_holds_a_word_however_it_is_written()
    {
        var set = new WordSet(["Sevk İrsaliyesi"]);
        Assert.True(set.Contains("SEVK_IRSALIYESI"));
        Assert.False(set.Contains("irsaliye"));
        Assert.Equal(["Sevk İrsaliyesi"], set);
    }
}
