using EDefter.Core.Reading.Profiles;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats;

/// <summary>Reads a profile file (docs/profiles.md). All faults are collected; a profile with a fault does not exist.</summary>
public static class ProfileReader
{
    /// <param name="json">The file, UTF-8, with or without a byte order mark.</param>
    public static ProfileReading<Profile> Read(ReadOnlySpan<byte> json) => ProfileDocument.Read(json, ReadProfile);

    private static Profile ReadProfile(ProfileNode root, string hash)
    {
        root.Schema();
        var parameters = root.Map("parameters");
        var file = root.Child("file", required: true);
        var kind = file?.Word("kind", ("delimited", FileKind.Delimited), ("workbook", FileKind.Workbook), ("recordText", FileKind.RecordText), ("xml", FileKind.Xml)) ?? FileKind.Delimited;
        var profile = new Profile
        {
            Id = root.Text("id"),
            Title = root.Text("title"),
            Description = root.Text("description"),
            Version = (int)(root.Whole("version", 1, 1_000_000) ?? Missing(root, "version")),
            Confidence = root.Word("confidence", ("exact", Confidence.Exact), ("high", Confidence.High), ("single", Confidence.Single)),
            Source = root.Text("source"),
            Kind = kind,
            FileName = file?.Text("name") ?? string.Empty,
            RowsMax = (int)(file?.Whole("rowsMax", 2, 100_000_000) ?? Missing(file, "rowsMax")),
            BytesMax = file?.Whole("bytesMax", 1_000, 100_000_000_000),
            Split = file?.WordOr("split", ("month", PartSplit.Month), ("day", PartSplit.Day)) ?? PartSplit.Month,
            LineOrder = file?.WordOr("lineOrder", ("journal", LineOrder.Journal), ("debitFirst", LineOrder.DebitFirst)) ?? LineOrder.Journal,
            ArchiveName = ReadArchive(root),
            Values = ReadValues(root),
            Text = ReadText(root),
            Parameters = parameters,
            Delimited = root.Child("delimited", kind == FileKind.Delimited) is { } delimited ? ProfileFormReader.Delimited(delimited, parameters) : null,
            Workbook = root.Child("workbook", kind == FileKind.Workbook) is { } workbook ? ProfileFormReader.Workbook(workbook, parameters) : null,
            RecordText = root.Child("recordText", kind == FileKind.RecordText) is { } recordText ? ProfileFormReader.RecordText(recordText, parameters) : null,
            Xml = root.Child("xml", kind == FileKind.Xml) is { } xml ? ProfileFormReader.Xml(xml, parameters) : null,
            Hash = hash,
        };
        file?.End();
        root.End();
        ProfileCheck.Check(profile, root);
        return profile;
    }

    private static long Missing(ProfileNode? node, string name)
    {
        if (node is not null && !node.Has(name))
            node.Fault(name, "bu üye zorunlu");
        return 2;
    }

    private static string ReadArchive(ProfileNode root)
    {
        if (root.Child("archive", required: true) is not { } archive)
            return string.Empty;
        var name = archive.Text("name");
        archive.End();
        return name;
    }

    private static ValueFormat ReadValues(ProfileNode root)
    {
        if (root.Child("values", required: true) is not { } values)
            return new ValueFormat { DocumentTypes = new Dictionary<DocumentType, string>(), VoucherKinds = new Dictionary<VoucherKind, string>(), Branches = new Dictionary<string, string>(StringComparer.Ordinal) };
        var format = new ValueFormat
        {
            DateFormat = values.Text("date", "yyyy-MM-dd")!,
            DateBefore = values.Text("dateBefore", string.Empty)!,
            DateAfter = values.Text("dateAfter", string.Empty)!,
            DecimalSeparator = Point(values),
            AmountDigits = (int)(values.Whole("amountDigits", 2, 6) ?? 2),
            Empty = values.Text("empty", string.Empty)!,
            DebitWord = values.Text("debit", "D")!,
            CreditWord = values.Text("credit", "C")!,
            DocumentTypes = ReadWords<DocumentType>(values, "documentTypes", DocumentTypes.Parse),
            DocumentTypeNames = ReadWords<DocumentType>(values, "documentTypeNames", DocumentTypes.Parse, all: false),
            VoucherKinds = ReadWords<VoucherKind>(values, "voucherKinds", VoucherKinds.Parse),
            Branches = values.Map("branches"),
        };
        values.End();
        return format;
    }

    private static Dictionary<T, string> ReadWords<T>(ProfileNode values, string name, Func<string?, T?> parse, bool all = true)
        where T : struct, Enum
    {
        var words = new Dictionary<T, string>();
        foreach (var (key, word) in values.Map(name))
        {
            if (parse(key) is not { } value)
                values.Fault(name + "." + key, "böyle bir değer yok");
            else if (word.Length == 0)
                values.Fault(name + "." + key, "boş olamaz");
            else
                words[value] = word;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (all && !words.ContainsKey(value))
                values.Fault(name, "her değerin bir karşılığı olmalı; eksik: " + value);
        }

        return words;
    }

    private static TextPolicy ReadText(ProfileNode root)
    {
        if (root.Child("text", required: false) is not { } text)
            return TextPolicy.None;
        var replace = new Dictionary<char, string>();
        foreach (var (key, word) in text.Map("replace"))
        {
            if (key.Length == 1)
                replace[key[0]] = word;
            else
                text.Fault("replace." + key, "tek karakter olmalı");
        }

        var substitute = text.Map("substitute");
        foreach (var key in substitute.Keys)
        {
            if (!System.Text.Rune.TryGetRuneAt(key.Length == 0 ? " " : key, 0, out var rune) || rune.Utf16SequenceLength != key.Length)
                text.Fault("substitute." + key, "tek karakter olmalı");
        }

        var policy = new TextPolicy { Replace = replace, Substitute = substitute, SubstituteElse = text.Text("substituteElse", otherwise: null) };
        text.End();
        return policy;
    }

    private static char Point(ProfileNode values)
    {
        var text = values.Text("decimalSeparator", ".")!;
        if (text.Length == 1)
            return text[0];
        values.Fault("decimalSeparator", "tek karakter olmalı");
        return '.';
    }
}
