using EDefter.Core.Formats.Workbook;

namespace EDefter.Core.Formats;

/// <summary>What the members of a profile must be together, so that no file it makes can be read wrongly.</summary>
internal static class ProfileCheck
{
    public static void Check(Profile profile, ProfileNode root)
    {
        if (profile.Id.Length is 0 or > 40 || profile.Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            root.Fault("id", "küçük harf, rakam ve - ile 1–40 karakter olmalı");
        if (NameTemplate.Fault(profile.FileName, needsPart: true) is { } fileFault)
            root.Fault("file.name", fileFault);
        if (NameTemplate.Fault(profile.ArchiveName, needsPart: false) is { } archiveFault)
            root.Fault("archive.name", archiveFault);
        CheckDate(profile.Values.DateFormat, "values.date", root);
        if (profile.Kind == FileKind.Delimited)
            CheckDelimited(profile, root);
        else
            CheckWorkbook(profile, root);
    }

    private static void CheckDelimited(Profile profile, ProfileNode root)
    {
        if (profile.Workbook is not null)
            root.Fault("workbook", "dosya türü delimited iken yazılmaz");
        if (profile.Delimited is not { } format)
            return;
        if (format.ByteOrderMark && format.Encoding != TextEncoding.Utf8)
            root.Fault("delimited.byteOrderMark", "yalnız utf-8 ile kullanılır");
        if (format.Columns.Any(column => column.Field == CanonicalField.Part))
            root.Fault("delimited.columns", "parça numarası satırlarda bulunamaz; dosya adında {part} olarak yazılır");
        if (!char.IsAscii(profile.Values.DecimalSeparator) || char.IsAsciiDigit(profile.Values.DecimalSeparator))
            root.Fault("values.decimalSeparator", "nokta ya da virgül olmalı");
        if (!char.IsAscii(format.Separator) || format.Separator is '"' or '\r' or '\n' || char.IsAsciiLetterOrDigit(format.Separator))
            root.Fault("delimited.separator", "ayırıcı olamaz");
        if (format.Quoting == Quoting.Never)
            CheckUnquoted(profile, format, root);
        foreach (var (key, word) in profile.Text.Replace)
        {
            if (word.Any(profile.Text.Replace.ContainsKey))
                root.Fault("text.replace", "\"" + word + "\" yerine konan metin de değiştirilecek bir karakter içeriyor (" + NameOf(key) + ")");
        }

        CheckWords(profile, format, root);
        for (var i = 0; i < format.Columns.Count; i++)
            CheckColumn(format.Columns[i], root, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"delimited.columns[{i}]"));
    }

    // Without quotes nothing in a value may look like the format's own marks.
    private static void CheckUnquoted(Profile profile, DelimitedFormat format, ProfileNode root)
    {
        foreach (var mark in (ReadOnlySpan<char>)[format.Separator, '\r', '\n'])
        {
            if (!profile.Text.Replace.ContainsKey(mark))
                root.Fault("text.replace", "tırnaksız biçimde şunun yerine ne yazılacağı belirtilmeli: " + NameOf(mark));
        }

        if (profile.Values.DecimalSeparator == format.Separator)
            root.Fault("values.decimalSeparator", "sütun ayırıcısıyla aynı olamaz");
        foreach (var column in format.Columns)
        {
            if (column.Header.Contains(format.Separator, StringComparison.Ordinal))
                root.Fault("delimited.columns", "\"" + column.Header + "\" başlığında ayırıcı var");
        }
    }

    // Words, headers, constants and replacements are written as they are, so the encoding must have every character of them.
    private static void CheckWords(Profile profile, DelimitedFormat format, ProfileNode root)
    {
        var encoder = Delimited.TextEncoder.Of(format.Encoding);
        var words = profile.Values.DocumentTypes.Values
            .Concat(profile.Values.VoucherKinds.Values)
            .Concat(profile.Values.Branches.Values)
            .Concat(profile.Text.Replace.Values)
            .Concat(profile.Text.Substitute.Values)
            .Concat(profile.Parameters.Values)
            .Concat(format.Columns.Select(column => column.Header))
            .Concat(format.Columns.Select(column => column.Constant ?? string.Empty))
            .Concat(format.Columns.Select(column => column.Empty ?? string.Empty))
            .Concat([profile.Values.DebitWord, profile.Values.CreditWord, profile.Values.Empty, profile.Text.SubstituteElse ?? string.Empty]);
        foreach (var word in words)
        {
            if (word.Any(c => !encoder.Has(c)))
                root.Fault("delimited.encoding", "\"" + word + "\" bu kodlamayla yazılamaz");
        }

        if (format.Quoting != Quoting.Never)
            return;
        foreach (var word in profile.Text.Substitute.Values.Append(profile.Text.SubstituteElse ?? string.Empty))
        {
            if (word.Contains(format.Separator, StringComparison.Ordinal) || word.AsSpan().ContainsAny('\r', '\n'))
                root.Fault("text.substitute", "\"" + word + "\" ayırıcı içeriyor");
        }
    }

    private static void CheckWorkbook(Profile profile, ProfileNode root)
    {
        if (profile.Delimited is not null)
            root.Fault("delimited", "dosya türü workbook iken yazılmaz");
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
        CheckSheetNames(format, root);
        for (var i = 0; i < format.Sheets.Count; i++)
        {
            for (var j = 0; j < format.Sheets[i].Columns.Count; j++)
                CheckColumn(format.Sheets[i].Columns[j], root, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"workbook.sheets[{i}].columns[{j}]"));
        }
    }

    private static void CheckSheetNames(WorkbookFormat format, ProfileNode root)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sheet in format.Sheets)
        {
            if (!WorkbookWriter.IsSheetName(sheet.Name) || !names.Add(sheet.Name))
                root.Fault("workbook.sheets", "\"" + sheet.Name + "\" sayfa adı olamaz");
        }
    }

    private static void CheckColumn(ProfileColumn column, ProfileNode root, string place)
    {
        if (column.DateFormat is not { } date)
            return;
        CheckDate(date, place + ".date", root);
        if (column.Nature != FieldNature.Date)
            root.Fault(place + ".date", "yalnız tarih alanında kullanılır");
    }

    private static void CheckDate(string format, string place, ProfileNode root)
    {
        var rest = format;
        foreach (var part in (ReadOnlySpan<string>)["yyyy", "MM", "dd"])
        {
            var at = rest.IndexOf(part, StringComparison.Ordinal);
            if (at >= 0)
                rest = rest.Remove(at, part.Length);
            else
                rest += "?";
        }

        if (rest.Any(c => c is not ('-' or '.' or '/')))
            root.Fault(place, "yyyy, MM ve dd birer kez, aralarında - . / ile yazılmalı");
    }

    private static string NameOf(char mark) => mark switch
    {
        '\r' => "CR",
        '\n' => "LF",
        '\t' => "TAB",
        _ => mark.ToString(),
    };
}
