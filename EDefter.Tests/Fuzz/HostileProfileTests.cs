using System.Text;
using EDefter.Core.Formats;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>Profiles that lie about their letters, or would take much time to judge.</summary>
public sealed class HostileProfileTests
{
    [Theory]
    [InlineData("{\"schema\":1,\"id\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("{\"id\":\"\\ud83d\\u0041\"}")]
    public void Half_characters_in_a_profile_are_faults_of_it(string json)
    {
        Assert.NotEmpty(ReadingProfileReader.Read(Encoding.UTF8.GetBytes(json)).Faults);
        Assert.NotEmpty(ProfileReader.Read(Encoding.UTF8.GetBytes(json)).Faults);
        Assert.NotEmpty(ProfileReader.Read([.. "{\"id\":\""u8, 0xF7, .. "\"}"u8]).Faults);
    }

    [Theory]
    [InlineData("{\"a\":\"\\ud83d\\ude00\"}", true)]
    [InlineData("{\"a\":\"\\u0000\\\\ud800\"}", true)]
    [InlineData("{\"a\":\"\\\\\\ud800\"}", false)]
    [InlineData("{\"a\":\"\\ud83d x\"}", false)]
    [InlineData("{\"a\":\"\\ud83d", false)]
    [InlineData("\\", true)]
    public void Half_characters_are_known_by_their_escapes(string json, bool isValid) => Assert.Equal(isValid, JsonUnicode.IsValid(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("dates", "\"dd.MM.yyyy\"")]
    [InlineData("dates", "\"d/M-yy\"")]
    [InlineData("encodings", "\"utf-8\"")]
    [InlineData("separators", "\";\"")]
    [InlineData("numbers", "\"tr-TR\"")]
    [InlineData("groupBy", "\"number\"")]
    [InlineData("columns", "{}")]
    public void What_is_tried_for_every_cell_or_held_against_each_other_is_a_short_list(string list, string item)
    {
        // Two thousand ways to write a date, each held against each: a gigabyte and some seconds for twenty kilobytes.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = ReadingProfileReader.Read(Encoding.UTF8.GetBytes($"{{\"{list}\":[{string.Join(',', Enumerable.Repeat(item, 2_000))}]}}"));
        Assert.Contains(reading.Faults, fault => fault.Place == list && fault.Message.StartsWith("en çok ", StringComparison.Ordinal));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * 1024 * 1024);
    }
}
