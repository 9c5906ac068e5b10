using EDefter.Storage.Tables;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>The service's limits, each met exactly and passed by one; Azurite refuses none of them.</summary>
public sealed class BatchPlannerTests
{
    [Fact]
    public void A_hundred_actions_pass_and_one_more_does_not()
    {
        BatchPlanner.Verify(Inserts(100));
        Refuses(Inserts(101), "101 actions");
        Refuses([], "0 actions");
    }

    [Fact]
    public void Two_partitions_are_refused() => Refuses([Insert("p", "1"), Insert("q", "2")], "more than one partition");

    [Fact]
    public void A_row_twice_is_refused() => Refuses([Insert("p", "1"), TableAction.Upsert(new TableRow("p", "1"))], "stands twice");

    [Fact]
    public void A_column_holds_64_KiB_of_bytes_or_32_Ki_characters()
    {
        BatchPlanner.Verify([Insert("p", "1", new byte[64 * 1024]), Insert("p", "2", new string('ğ', 32 * 1024))]);
        Refuses([Insert("p", "1", new byte[(64 * 1024) + 1])], "column C0");
        Refuses([Insert("p", "1", new string('ğ', (32 * 1024) + 1))], "column C0");
    }

    [Fact]
    public void A_row_holds_1_MiB_with_its_names()
    {
        var columns = Enumerable.Repeat<object>(new byte[64 * 1024], 15).ToArray();
        BatchPlanner.Verify([Insert("p", "1", columns)]);
        Refuses([Insert("p", "1", [.. columns, new byte[64 * 1024]])], "1048576 are allowed");
    }

    [Fact]
    public void A_row_holds_252_columns()
    {
        BatchPlanner.Verify([Insert("p", "1", [.. Enumerable.Repeat<object>(1L, 252)])]);
        Refuses([Insert("p", "1", [.. Enumerable.Repeat<object>(1L, 253)])], "253 columns");
    }

    [Fact]
    public void A_transaction_holds_2_9_MiB()
    {
        var half = Enumerable.Repeat<object>(new byte[60 * 1024], 12).ToArray();
        BatchPlanner.Verify([.. Enumerable.Range(0, 4).Select(n => Insert("p", $"{n}", half))]);
        Refuses([.. Enumerable.Range(0, 5).Select(n => Insert("p", $"{n}", half))], "3040870 are allowed");
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    public void A_key_holds_no_character_that_the_service_forbids(string key)
    {
        Refuses([Insert("p", key)], "U+");
        Refuses([Insert(key, "1")], "U+");
        BatchPlanner.Verify([Insert("p", RowKeys.Escape(key))]);
        Refuses([Insert("p", new string('x', 513))], "513 characters");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a-b")]
    [InlineData("1a")]
    [InlineData("odata.type")]
    [InlineData("RowKey")]
    [InlineData("PartitionKey")]
    [InlineData("Timestamp")]
    public void A_column_has_a_name_that_the_service_takes(string name)
    {
        Refuses([TableAction.Insert(new TableRow("p", "1") { Columns = { [name] = 1L } })], "column");
        BatchPlanner.Verify([TableAction.Insert(new TableRow("p", "1") { Columns = { ["Yıl_1"] = 1L, [new string('x', 255)] = 1L } })]);
        Refuses([TableAction.Insert(new TableRow("p", "1") { Columns = { [new string('x', 256)] = 1L } })], "256 characters");
    }

    [Fact]
    public void An_instant_is_of_the_years_that_the_service_knows()
    {
        var first = new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);
        BatchPlanner.Verify([Insert("p", "1", first, DateTimeOffset.MaxValue)]);
        Refuses([Insert("p", "1", first.AddTicks(-1))], "instant");
    }

    [Theory]
    [InlineData('x', 27)]
    [InlineData('ş', 20)]
    [InlineData('"', 20)]
    public void Texts_are_counted_as_they_travel(char letter, int rowsMost)
    {
        // 32 Ki letters that travel as they are, or as six characters each.
        var rows = Enumerable.Range(0, 100).Select(n => Insert("p", $"{n}", new string(letter, 32 * 1024))).ToList();
        var parts = BatchPlanner.Split(rows).ToList();
        Assert.All(parts, BatchPlanner.Verify);
        Assert.All(parts, part => Assert.InRange(part.Sum(action => System.Text.Json.JsonEncodedText.Encode((string)action.Row.Columns["C0"]).EncodedUtf8Bytes.Length), 0, 4 * 1024 * 1024));
        Assert.InRange(parts[0].Count, rowsMost - 4, 100);
        Refuses(rows, "3040870 are allowed");
    }

    [Fact]
    public void A_split_keeps_order_and_every_action_and_each_part_passes()
    {
        var actions = Inserts(130).Concat(Enumerable.Range(0, 9).Select(n => Insert("p", $"big{n}", [.. Enumerable.Repeat<object>(new byte[60 * 1024], 14)]))).ToList();
        var parts = BatchPlanner.Split(actions).ToList();
        Assert.Equal(actions, parts.SelectMany(part => part));
        Assert.All(parts, BatchPlanner.Verify);
        Assert.True(parts.Count >= 4);
    }

    [Fact]
    public void Columns_of_text_and_bytes_come_back_whole()
    {
        var text = new string('x', 31_999) + string.Concat(Enumerable.Repeat("😀", 20_000)) + "ı";
        var row = new TableRow("p", "1");
        TextColumns.Write(row, text);
        BatchPlanner.Verify([TableAction.Insert(row)]);
        Assert.Equal(text, TextColumns.Read(row));
        // Half of a pair in one column would be replaced on the wire.
        Assert.All(row.Columns.Values, value => Assert.Equal((string)value, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes((string)value))));
        foreach (var length in (int[])[0, 1, 65_536, 65_537, ByteColumns.RowBytesMax, ByteColumns.RowBytesMax + 1])
        {
            var payload = new byte[length];
            new Random(length).NextBytes(payload);
            using var read = new MemoryStream();
            for (var n = 0; n < ByteColumns.RowsFor(length); n++)
            {
                var part = new TableRow("p", $"{n}");
                ByteColumns.Write(part, payload, n);
                BatchPlanner.Verify([TableAction.Insert(part)]);
                ByteColumns.Read(part, read);
            }

            Assert.Equal(payload, read.ToArray());
        }
    }

    private static List<TableAction> Inserts(int count) => [.. Enumerable.Range(0, count).Select(n => Insert("p", $"{n}"))];

    private static TableAction Insert(string partition, string key, params object[] values)
    {
        var row = new TableRow(partition, key);
        for (var n = 0; n < values.Length; n++)
            row.Columns[$"C{n}"] = values[n];
        return TableAction.Insert(row);
    }

    private static void Refuses(IReadOnlyList<TableAction> actions, string saying) =>
        Assert.Contains(saying, Assert.Throws<TableLimitException>(() => BatchPlanner.Verify(actions)).Message, StringComparison.Ordinal);
}
