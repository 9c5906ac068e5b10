using System.Globalization;
using System.Xml;
using EDefter.Core.Formats.TextFiles;
using EDefter.Core.Formats.Workbook;
using EDefter.Core.Reading.Profiles;

namespace EDefter.Core.Formats;

/// <summary>What the members of a profile must be together, so that no file it makes can be read wrongly.</summary>
internal static class ProfileCheck
{
    private const int SeparatorCharactersMax = 4;

    public static void Check(Profile profile, ProfileNode root)
    {
        if (profile.Id.Length is 0 or > 40 || profile.Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            root.Fault("id", "küçük harf, rakam ve - ile 1–40 karakter olmalı");
        if (NameTemplate.Fault(profile.FileName, needsPart: true) is { } fileFault)
            root.Fault("file.name", fileFault);
        if (NameTemplate.Fault(profile.ArchiveName, needsPart: false) is { } archiveFault)
            root.Fault("archive.name", archiveFault);
        CheckForms(profile, root);
        CheckValues(profile, root);
        foreach (var (place, column) in ProfileColumns.Of(profile))
            CheckDate(column, root, place);
        switch (profile.Kind)
        {
            case FileKind.Workbook:
                CheckWorkbook(profile, root);
                break;
            case FileKind.Xml:
                CheckXml(profile, root);
                break;
            default:
                CheckText(profile, root);
                break;
        }
    }

    private static void CheckForms(Profile profile, ProfileNode root)
    {
        ReadOnlySpan<(FileKind Kind, string Name, bool IsThere)> forms =
        [
            (FileKind.Delimited, "delimited", profile.Delimited is not null),
            (FileKind.Workbook, "workbook", profile.Workbook is not null),
            (FileKind.RecordText, "recordText", profile.RecordText is not null),
            (FileKind.Xml, "xml", profile.Xml is not null),
        ];
        foreach (var (kind, name, isThere) in forms)
        {
            if (isThere && kind != profile.Kind)
                root.Fault(name, "başka bir dosya türünün üyesi; file.kind ile uyuşmuyor");
        }
    }

    private static void CheckValues(Profile profile, ProfileNode root)
    {
        if (DateForm.Fault(profile.Values.DateFormat, whole: true) is { } fault)
            root.Fault("values.date", fault);
        if (!char.IsAscii(profile.Values.DecimalSeparator) || char.IsAsciiDigit(profile.Values.DecimalSeparator))
            root.Fault("values.decimalSeparator", "nokta ya da virgül olmalı");
        foreach (var (name, text) in (ReadOnlySpan<(string, string)>)[("values.dateBefore", profile.Values.DateBefore), ("values.dateAfter", profile.Values.DateAfter)])
        {
            if (text.Any(c => c is < ' ' or > '~'))
                root.Fault(name, "yalnız ASCII karakterler bulunabilir");
        }

        foreach (var (key, word) in profile.Text.Replace)
        {
            if (word.Any(profile.Text.Replace.ContainsKey))
                root.Fault("text.replace", "\"" + word + "\" yerine konan metin de değiştirilecek bir karakter içeriyor (" + NameOf(key) + ")");
        }
    }

    private static void CheckText(Profile profile, ProfileNode root)
    {
        if (profile.TextForm is not { } form)
            return;
        var name = profile.Kind == FileKind.RecordText ? "recordText" : "delimited";
        if (form.ByteOrderMark && form.Encoding != TextEncoding.Utf8)
            root.Fault(name + ".byteOrderMark", "yalnız utf-8 ile kullanılır");
        if (IsNoSeparator(form.Separator))
            root.Fault(name + ".separator", "ayırıcı olamaz: harf, rakam, tırnak ve satır sonu dışında 1–4 ASCII karakter olmalı");
        if (profile.RecordText is { } records && records.Records.All(record => record.Of != RowSource.Lines))
            root.Fault("recordText.records", "satırlar için bir kayıt (of: lines) bulunmalı");
        RefusePartInRows(profile, root);
        if (form.Quoting == Quoting.Never && form.Separator.Length > 0)
            CheckUnquoted(profile, form, name, root);
        CheckWords(profile, form, name, root);
    }

    private static bool IsNoSeparator(string separator) =>
        separator.Length is 0 or > SeparatorCharactersMax || separator.Any(c => !char.IsAscii(c) || char.IsAsciiLetterOrDigit(c) || c is '"' or '\r' or '\n');

    // An entry is rendered before it is known which part it goes to.
    private static void RefusePartInRows(Profile profile, ProfileNode root)
    {
        if (profile.Delimited?.Columns.Any(column => column.Field == CanonicalField.Part) == true)
            root.Fault("delimited.columns", "parça numarası satırlarda bulunamaz; dosya adında {part} olarak yazılır");
        if (profile.RecordText?.Records.Any(record => record.Of != RowSource.File && record.Columns.Any(column => column.Field == CanonicalField.Part)) == true)
            root.Fault("recordText.records", "parça numarası satırlarda bulunamaz; dosya adında {part} olarak yazılır");
    }

    // Without quotes nothing in a value may look like the format's own marks. A separator of several characters cannot arise where its first cannot.
    private static void CheckUnquoted(Profile profile, TextForm form, string name, ProfileNode root)
    {
        var first = form.Separator[0];
        foreach (var mark in (ReadOnlySpan<char>)[first, '\r', '\n'])
        {
            if (!profile.Text.Replace.ContainsKey(mark))
                root.Fault("text.replace", "tırnaksız biçimde şunun yerine ne yazılacağı belirtilmeli: " + NameOf(mark));
        }

        if (form.Separator.Contains(profile.Values.DecimalSeparator, StringComparison.Ordinal))
            root.Fault("values.decimalSeparator", "sütun ayırıcısıyla aynı olamaz");
        if ((profile.Values.DateFormat + profile.Values.DateBefore + profile.Values.DateAfter).Contains(first, StringComparison.Ordinal))
            root.Fault("values.date", "sütun ayırıcısını içeremez");
        foreach (var (place, column) in ProfileColumns.Of(profile))
        {
            if (profile.Delimited is { Header: true } && column.Header.Contains(first, StringComparison.Ordinal))
                root.Fault(name + ".columns", "\"" + column.Header + "\" başlığında ayırıcı var");
            if (column.DateFormat?.Contains(first, StringComparison.Ordinal) == true)
                root.Fault(place + ".date", "sütun ayırıcısını içeremez");
        }
    }

    // Words, headers, constants and replacements are written as they are, so the encoding must have every character of them, and without
    // quotes none of them may hold a separator or a line break.
    private static void CheckWords(Profile profile, TextForm form, string name, ProfileNode root)
    {
        var encoder = TextEncoder.Of(form.Encoding);
        foreach (var (place, word) in Words(profile))
        {
            if (word.Any(c => !encoder.Has(c)))
                root.Fault(name + ".encoding", "\"" + word + "\" bu kodlamayla yazılamaz");
            if (form.Quoting == Quoting.Never && (word.AsSpan().ContainsAny('\r', '\n') || (form.Separator.Length > 0 && word.Contains(form.Separator[0], StringComparison.Ordinal))))
                root.Fault(place, "\"" + word + "\" ayırıcı ya da satır sonu içeriyor");
        }
    }

    private static IEnumerable<(string Place, string Word)> Words(Profile profile)
    {
        var values = profile.Values;
        var fixedWords = values.DocumentTypes.Values.Concat(values.DocumentTypeNames.Values).Concat(values.VoucherKinds.Values).Concat(values.Branches.Values);
        foreach (var word in fixedWords.Concat([values.DebitWord, values.CreditWord, values.Empty]))
            yield return ("values", word);
        foreach (var word in profile.Text.Replace.Values)
            yield return ("text.replace", word);
        foreach (var word in profile.Text.Substitute.Values.Append(profile.Text.SubstituteElse ?? string.Empty))
            yield return ("text.substitute", word);
        foreach (var word in profile.Parameters.Values)
            yield return ("parameters", word);
        foreach (var record in (profile.RecordText?.Records ?? []).Concat(profile.Delimited?.FirstLines ?? []))
            yield return ("records.type", record.Type ?? string.Empty);
        foreach (var (place, column) in ProfileColumns.Of(profile))
        {
            if (profile.Delimited is { Header: true } && place.StartsWith("delimited.columns", StringComparison.Ordinal))
                yield return (place + ".header", column.Header);
            yield return (place + ".constant", column.Constant ?? string.Empty);
            yield return (place + ".empty", column.Empty ?? string.Empty);
            yield return (place + ".filled", column.Filled ?? string.Empty);
        }
    }

    private static void CheckWorkbook(Profile profile, ProfileNode root)
    {
        if (profile.RowsMax > WorkbookWriter.RowsMax - 1)
            root.Fault("file.rowsMax", "bir sayfa başlıkla birlikte 1048576 satır alır; en çok 1048575 yazılabilir");
        if (profile.BytesMax is not null)
            root.Fault("file.bytesMax", "çalışma kitabında kullanılmaz");
        if (profile.Text.Replace.Count + profile.Text.Substitute.Count > 0 || profile.Text.SubstituteElse is not null)
            root.Fault("text", "çalışma kitabı her karakteri taşır; burada kullanılmaz");
        if (profile.Workbook is not { Sheets.Count: > 0 } format)
            return;
        if (format.Sheets.Count(sheet => sheet.Rows == RowSource.Lines) != 1)
            root.Fault("workbook.sheets", "tam bir satır sayfası (rows: lines) bulunmalı");
        if (format.Sheets.Any(sheet => sheet.Rows != RowSource.File && sheet.Columns.Any(column => column.Field == CanonicalField.EntryCount)))
            root.Fault("workbook.sheets", "madde sayısı yalnız dosya sayfasında bulunabilir");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in format.Sheets)
        {
            if (!WorkbookWriter.IsSheetName(sheet.Name) || !names.Add(sheet.Name))
                root.Fault("workbook.sheets", "\"" + sheet.Name + "\" sayfa adı olamaz");
        }
    }

    private static void CheckXml(Profile profile, ProfileNode root)
    {
        if (profile.Xml is not { } format)
            return;
        var entries = Below(format.Root).Count(one => one.Element.Repeat == RowSource.Entries);
        var lines = Below(format.Root).Count(one => one.Element.Repeat == RowSource.Lines);
        if (entries != 1 || lines != 1 || format.Root.Repeat is not null)
            root.Fault("xml.root", "kökün içinde fiş başına yinelenen tam bir öğe (repeat: entries), onun içinde satır başına yinelenen tam bir öğe (repeat: lines) bulunmalı");
        foreach (var (place, element) in Below(format.Root))
        {
            if (!IsName(element.Name) || element.Attributes.Keys.Any(name => !IsName(name)))
                root.Fault(place, "\"" + element.Name + "\" öğesinin ya da bir özniteliğinin adı XML adı değil");
            if ((element.Optional || element.When.Count > 0) && Below(element).Any(one => one.Element.Repeat == RowSource.Entries))
                root.Fault(place, "fişleri saran bir öğe isteğe bağlı olamaz");
        }

        foreach (var word in Words(profile).Select(one => one.Word).Concat(Below(format.Root).SelectMany(one => one.Element.Attributes.Values)))
        {
            if (XmlText.FirstIllegal(word) is not null)
                root.Fault("xml", "\"" + word + "\" XML ile yazılamaz");
        }

        if (ProfileColumns.Of(profile).Any(one => one.Column.Field == CanonicalField.Part))
            root.Fault("xml.root", "parça numarası belgede bulunamaz; dosya adında {part} olarak yazılır");
    }

    private static IEnumerable<(string Place, ProfileElement Element)> Below(ProfileElement element, string place = "xml.root")
    {
        yield return (place, element);
        for (var i = 0; i < element.Children.Count; i++)
        {
            foreach (var one in Below(element.Children[i], string.Create(CultureInfo.InvariantCulture, $"{place}.children[{i}]")))
                yield return one;
        }
    }

    private static bool IsName(string name)
    {
        if (name.Length == 0)
            return false;
        var parts = name.Split(':');
        return parts.Length <= 2 && parts.All(part => part.Length > 0 && XmlConvert.IsStartNCNameChar(part[0]) && part.All(XmlConvert.IsNCNameChar));
    }

    private static void CheckDate(ProfileColumn column, ProfileNode root, string place)
    {
        if (column.DateFormat is not { } date)
            return;
        if (DateForm.Fault(date, whole: false) is { } fault)
            root.Fault(place + ".date", fault);
        if (column.Nature != FieldNature.Date)
            root.Fault(place + ".date", "yalnız tarih alanında kullanılır");
    }

    private static string NameOf(char mark) => mark switch
    {
        '\r' => "CR",
        '\n' => "LF",
        '\t' => "TAB",
        _ => mark.ToString(),
    };
}
