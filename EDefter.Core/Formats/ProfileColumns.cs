using EDefter.Core.Reading.Profiles;

namespace EDefter.Core.Formats;

/// <summary>Every column of a profile with its place in the file, whatever its kind.</summary>
public static class ProfileColumns
{
    /// <returns>Places as <see cref="ProfileFault"/> names them.</returns>
    public static IEnumerable<(string Place, ProfileColumn Column)> Of(Profile profile)
    {
        if (profile.Delimited is { } delimited)
        {
            foreach (var one in OfRecords("delimited.firstLines", delimited.FirstLines).Concat(OfList("delimited.columns", delimited.Columns)))
                yield return one;
        }

        foreach (var one in OfRecords("recordText.records", profile.RecordText?.Records ?? []))
            yield return one;
        for (var i = 0; i < (profile.Workbook?.Sheets.Count ?? 0); i++)
        {
            foreach (var one in OfList(At("workbook.sheets", i) + ".columns", profile.Workbook!.Sheets[i].Columns))
                yield return one;
        }

        if (profile.Xml is { } xml)
        {
            foreach (var one in OfElement("xml.root", xml.Root))
                yield return one;
        }
    }

    private static IEnumerable<(string Place, ProfileColumn Column)> OfElement(string place, ProfileElement element)
    {
        if (element.Value is { } value)
            yield return (place, value);
        for (var i = 0; i < element.Children.Count; i++)
        {
            foreach (var one in OfElement(At(place + ".children", i), element.Children[i]))
                yield return one;
        }
    }

    private static IEnumerable<(string Place, ProfileColumn Column)> OfRecords(string place, IReadOnlyList<ProfileRecord> records) =>
        records.SelectMany((record, i) => OfList(At(place, i) + ".columns", record.Columns));

    private static IEnumerable<(string Place, ProfileColumn Column)> OfList(string place, IReadOnlyList<ProfileColumn> columns) =>
        columns.Select((column, i) => (At(place, i), column));

    private static string At(string place, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place}[{index}]");
}
