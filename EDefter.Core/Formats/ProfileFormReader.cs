using EDefter.Core.Formats.Workbook;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats;

/// <summary>Reads the part of a profile file that says the form of its files.</summary>
internal static class ProfileFormReader
{
    // Far more than any document has, and few enough that no profile can exhaust the stack.
    private const int DepthMax = 12;

    public static DelimitedFormat Delimited(ProfileNode node, IReadOnlyDictionary<string, string> parameters)
    {
        var header = node.Flag("header");
        var format = new DelimitedFormat
        {
            Separator = node.Text("separator"),
            Quoting = Quotes(node),
            Encoding = Encoding(node),
            ByteOrderMark = node.Flag("byteOrderMark"),
            LineEnd = Ends(node),
            Header = header,
            FirstLines = node.Has("firstLines") ? [.. node.Children("firstLines").Select(line => Record(line, parameters, RowSource.File))] : [],
            Columns = Columns(node, parameters, RowSource.Lines, header),
        };
        node.End();
        return format;
    }

    public static RecordTextFormat RecordText(ProfileNode node, IReadOnlyDictionary<string, string> parameters)
    {
        var format = new RecordTextFormat
        {
            Separator = node.Text("separator"),
            Quoting = Quotes(node),
            Encoding = Encoding(node),
            ByteOrderMark = node.Flag("byteOrderMark"),
            LineEnd = Ends(node),
            Records = [.. node.Children("records").Select(record => Record(record, parameters, of: null))],
        };
        node.End();
        return format;
    }

    public static WorkbookFormat Workbook(ProfileNode node, IReadOnlyDictionary<string, string> parameters)
    {
        var sheets = new List<ProfileSheet>();
        var references = node.Flag("cellReferences");
        var textCells = node.Flag("textCells");
        foreach (var sheet in node.Children("sheets"))
        {
            var rows = Rows(sheet, "rows");
            sheets.Add(new ProfileSheet(sheet.Text("name"), rows, Columns(sheet, parameters, rows, header: true)));
            sheet.End();
        }

        node.End();
        return new WorkbookFormat { CellReferences = references, TextCells = textCells, Sheets = sheets };
    }

    public static XmlFormat Xml(ProfileNode node, IReadOnlyDictionary<string, string> parameters)
    {
        var format = new XmlFormat
        {
            ByteOrderMark = node.Flag("byteOrderMark"),
            Root = node.Child("root", required: true) is { } root ? Element(root, parameters, RowSource.File, depth: 1) : new ProfileElement { Name = string.Empty },
        };
        node.End();
        return format;
    }

    private static ProfileElement Element(ProfileNode node, IReadOnlyDictionary<string, string> parameters, RowSource rows, int depth)
    {
        RowSource? repeat = node.Has("repeat") ? node.Word("repeat", ("entries", RowSource.Entries), ("lines", RowSource.Lines)) : null;
        var inside = repeat ?? rows;
        if ((repeat == RowSource.Entries && rows != RowSource.File) || (repeat == RowSource.Lines && rows != RowSource.Entries))
            node.Fault("repeat", "entries dosyanın, lines ise entries öğesinin içinde bulunmalı");
        if (depth > DepthMax)
            node.Fault("children", "öğeler en çok 12 kat iç içe olabilir");
        var isParent = node.Has("children");
        var element = new ProfileElement
        {
            Name = node.Text("element"),
            Attributes = node.Map("attributes"),
            Repeat = repeat,
            Optional = node.Flag("optional"),
            When = [.. node.Texts("when").Select(name => WhenField(node, name, inside)).OfType<CanonicalField>()],
            Children = isParent && depth <= DepthMax ? [.. node.Children("children").Select(child => Element(child, parameters, inside, depth + 1))] : [],
            Value = isParent ? null : Column(node, parameters, inside, header: false),
        };
        if (isParent)
            RefuseValue(node);
        node.End();
        return element;
    }

    private static CanonicalField? WhenField(ProfileNode node, string name, RowSource rows)
    {
        var field = CanonicalFields.Find(name);
        if (field is not { } known)
            node.Fault("when", "\"" + name + "\" adında bir alan yok");
        else if (!IsKnownAt(known, rows))
            node.Fault("when", "\"" + name + "\" bu düzeyde bilinmez");
        else
            return known;
        return null;
    }

    private static void RefuseValue(ProfileNode node)
    {
        foreach (var name in (ReadOnlySpan<string>)["field", "parameter", "constant"])
        {
            if (node.Has(name))
                node.Fault(name, "alt öğeleri olan bir öğede bulunamaz");
        }
    }

    private static ProfileRecord Record(ProfileNode node, IReadOnlyDictionary<string, string> parameters, RowSource? of)
    {
        var rows = of ?? Rows(node, "of");
        var parts = rows == RowSource.File && node.WordOr("parts", ("every", false), ("first", true));
        var record = new ProfileRecord
        {
            Of = rows,
            FirstPartOnly = parts,
            Type = node.Text("type", otherwise: null),
            Columns = Columns(node, parameters, rows, header: false),
        };
        node.End();
        return record;
    }

    private static RowSource Rows(ProfileNode node, string name) => node.Word(name, ("lines", RowSource.Lines), ("entries", RowSource.Entries), ("file", RowSource.File));

    private static Quoting Quotes(ProfileNode node) =>
        node.Word("quoting", ("never", Quoting.Never), ("whenNeeded", Quoting.WhenNeeded), ("always", Quoting.Always), ("filled", Quoting.Filled));

    private static TextEncoding Encoding(ProfileNode node) => node.Word("encoding", ("utf-8", TextEncoding.Utf8), ("windows-1254", TextEncoding.Windows1254));

    private static LineEnd Ends(ProfileNode node) => node.Word("lineEnd", ("lf", LineEnd.LineFeed), ("cr", LineEnd.CarriageReturn), ("crlf", LineEnd.CarriageReturnLineFeed));

    private static List<ProfileColumn> Columns(ProfileNode node, IReadOnlyDictionary<string, string> parameters, RowSource rows, bool header)
    {
        var columns = new List<ProfileColumn>();
        foreach (var column in node.Children("columns"))
        {
            columns.Add(Column(column, parameters, rows, header));
            column.End();
        }

        return columns;
    }

    private static ProfileColumn Column(ProfileNode node, IReadOnlyDictionary<string, string> parameters, RowSource rows, bool header)
    {
        var field = Field(node, rows);
        var parameter = node.Text("parameter", otherwise: null);
        var column = new ProfileColumn
        {
            Field = field,
            Parameter = parameter,
            Constant = node.Text("constant", otherwise: null),
            Header = header ? node.Text("header") : node.Text("header", field?.TitleOf() ?? parameter ?? string.Empty)!,
            Empty = node.Text("empty", otherwise: null),
            Filled = node.Text("filled", otherwise: null),
            OnlyOn = node.Has("onlyOn") ? node.Word("onlyOn", ("debit", VoucherSide.Debit), ("credit", VoucherSide.Credit)) : null,
            PerEntry = node.Flag("perEntry"),
            CharactersMax = (int?)node.Whole("charactersMax", 1, WorkbookWriter.CellCharactersMax),
            DateFormat = node.Text("date", otherwise: null),
            Width = node.Whole("width", 1, 255) ?? 14,
        };
        CheckSources(node, column, parameters, rows);
        return column;
    }

    private static CanonicalField? Field(ProfileNode node, RowSource rows)
    {
        if (node.Text("field", otherwise: null) is not { } name)
            return null;
        if (CanonicalFields.Find(name) is not { } field)
        {
            node.Fault("field", "\"" + name + "\" adında bir alan yok");
            return null;
        }

        var perEntry = node.Flag("perEntry");
        if (perEntry && (field.LevelOf() != FieldLevel.Line || rows == RowSource.File))
            node.Fault("perEntry", "yalnız fişin ya da satırın içinde, satır alanlarıyla kullanılır");
        else if (!perEntry && !IsKnownAt(field, rows))
            node.Fault("field", "\"" + name + "\" burada bilinmez; alanın düzeyi ile satırın türü uyuşmuyor");
        if (field == CanonicalField.EntryCount && rows != RowSource.File)
            node.Fault("field", "madde sayısı yalnız dosya satırlarında bulunabilir");
        return field;
    }

    private static void CheckSources(ProfileNode node, ProfileColumn column, IReadOnlyDictionary<string, string> parameters, RowSource rows)
    {
        var sources = (node.Has("field") ? 1 : 0) + (column.Parameter is null ? 0 : 1) + (column.Constant is null ? 0 : 1);
        if (sources != 1)
            node.Fault("field", "field, parameter, constant üyelerinden tam biri bulunmalı");
        if (column.Parameter is { } parameter && !parameters.ContainsKey(parameter))
            node.Fault("parameter", "\"" + parameter + "\" parametresi profilin parameters listesinde yok");
        if (column.OnlyOn is not null && rows != RowSource.Lines)
            node.Fault("onlyOn", "yalnız satırlarda kullanılır");
        if (column.Field is null && (column.Filled is not null || column.PerEntry || column.OnlyOn is not null))
            node.Fault("field", "filled, perEntry ve onlyOn yalnız field ile kullanılır");
    }

    private static bool IsKnownAt(CanonicalField field, RowSource rows) => rows switch
    {
        RowSource.File => field.LevelOf() == FieldLevel.File,
        RowSource.Entries => field.LevelOf() != FieldLevel.Line,
        _ => true,
    };
}
