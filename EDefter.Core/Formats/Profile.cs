namespace EDefter.Core.Formats;

/// <summary>
/// A file format as data: everything an integrator's template says, read by <see cref="ProfileReader"/> from a JSON file (docs/profiles.md).
/// A new integrator is a new file, not new code.
/// </summary>
public sealed record Profile
{
    /// <summary><c>[a-z0-9-]{1,40}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people call the format.</summary>
    public required string Title { get; init; }

    /// <summary>Turkish sentences for the person who chooses.</summary>
    public required string Description { get; init; }

    /// <summary>Grows with every change of the file.</summary>
    public required int Version { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>Where the columns are known from.</summary>
    public required string Source { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>Template of a file's name (<see cref="NameTemplate"/>).</summary>
    public required string FileName { get; init; }

    /// <summary>Template of the ZIP's name.</summary>
    public required string ArchiveName { get; init; }

    /// <summary>Journal lines of a part at most, the header row not counted.</summary>
    public required int RowsMax { get; init; }

    /// <summary>Uncompressed bytes of a part at most; null for no limit. Not for workbooks.</summary>
    public long? BytesMax { get; init; }

    public PartSplit Split { get; init; }

    public LineOrder LineOrder { get; init; }

    public required ValueFormat Values { get; init; }

    public TextPolicy Text { get; init; } = TextPolicy.None;

    /// <summary>Values the company may choose, with their defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Set when <see cref="Kind"/> is delimited.</summary>
    public DelimitedFormat? Delimited { get; init; }

    /// <summary>Set when <see cref="Kind"/> is workbook.</summary>
    public WorkbookFormat? Workbook { get; init; }

    /// <summary>Set when <see cref="Kind"/> is recordText.</summary>
    public RecordTextFormat? RecordText { get; init; }

    /// <summary>Set when <see cref="Kind"/> is xml.</summary>
    public XmlFormat? Xml { get; init; }

    /// <summary>SHA-256 of the profile's JSON without white space between its tokens: a changed profile is another profile, whatever its version says.</summary>
    public required string Hash { get; init; }

    /// <summary>Known from one program only: to be said wherever the profile is offered.</summary>
    public bool IsUnverified => Confidence == Confidence.Single;

    /// <summary>The form of a text profile; null for workbooks and XML.</summary>
    internal TextForm? TextForm => Kind == FileKind.RecordText ? RecordText : Delimited;
}
