namespace EDefter.Core.Reading.Profiles;

/// <summary>Reads the file of a reading profile (docs/reading-tables.md). All faults are collected; a profile with a fault does not exist.</summary>
public static class ReadingProfileReader
{
    private const int HeaderRowsMost = 100;

    // Ways to read one text: each is tried for every cell, and each pair of them is held against one another.
    private const int WaysMax = 32;

    private static readonly (string Word, ReadingMember Value)[] Members = [.. ReadingMembers.All.Select(member => (member.NameOf(), member))];

    /// <param name="json">The file, UTF-8, with or without a byte order mark.</param>
    public static ProfileReading<ReadingProfile> Read(ReadOnlySpan<byte> json) => ProfileDocument.Read(json, ReadProfile);

    private static ReadingProfile ReadProfile(ProfileNode root, string hash)
    {
        root.Schema();
        var profile = new ReadingProfile
        {
            Id = root.Text("id"),
            Title = root.Text("title"),
            Description = root.Text("description", string.Empty)!,
            Version = (int)(root.Whole("version", 1, 1_000_000) ?? Missing(root, "version")),
            Hash = hash,
            HeaderRowsMax = (int)(root.Whole("headerRowsMax", 1, HeaderRowsMost) ?? 20),
            IgnoredSheets = root.Texts("ignoredSheets"),
            Encodings = root.TextsOr("encodings", "utf-8", WaysMax),
            Separators = root.TextsOr("separators", ";", WaysMax),
            Numbers = root.TextsOr("numbers", "invariant", WaysMax),
            Dates = root.TextsOr("dates", "yyyy-MM-dd", WaysMax),
            DayNumbers = root.Flag("dayNumbers"),
            EmptyWords = root.Texts("emptyWords"),
            GroupBy = ReadGroupBy(root),
            Columns = [.. root.Children("columns", Members.Length).Select(ReadColumn)],
        };
        root.End();
        ReadingProfileCheck.Check(profile, root);
        return profile;
    }

    private static long Missing(ProfileNode root, string name)
    {
        if (!root.Has(name))
            root.Fault(name, "bu üye zorunlu");
        return 1;
    }

    private static List<ReadingMember> ReadGroupBy(ProfileNode root)
    {
        var members = new List<ReadingMember>();
        foreach (var name in root.Texts("groupBy", Members.Length))
        {
            if (Array.FindIndex(Members, known => known.Word == name) is >= 0 and var at)
                members.Add(Members[at].Value);
            else
                root.Fault("groupBy", $"\"{name}\" bilinmiyor");
        }

        return members;
    }

    private static ReadingColumn ReadColumn(ProfileNode node)
    {
        var column = new ReadingColumn
        {
            Member = node.Word("member", Members),
            Headers = node.Texts("headers"),
            Required = node.Flag("required"),
            Explanation = node.Text("explanation", string.Empty)!,
            Example = node.Text("example", string.Empty)!,
            Words = node.Map("words"),
        };
        node.End();
        return column;
    }
}
