using System.Xml.Linq;
using static EDefter.Tests.Rehearsal.TargetedDamage;

namespace EDefter.Tests.Rehearsal;

/// <summary>Damages for the asserts on entries and lines of journal and ledger.</summary>
internal static class TargetedBookDamages
{
    private const string Entry = "//gl-cor:entryHeader";
    private const string Line = "//gl-cor:entryDetail[1]";
    private const string Sub = "//gl-cor:accountSub";

    public static IEnumerable<TargetedDamage> All => [.. Entries, .. Ledger, .. Lines, .. Currencies, .. Documents, .. Funds, .. Files];

    private static IEnumerable<TargetedDamage> Entries =>
    [
        Without("Y29", Entry),
        Set("Y74", Entry + "[2]/gl-cor:entryNumberCounter", "99"),
        Set("Y75", Entry + "[1]/gl-cor:enteredDate", "2025-12-31"),
        Without("Y76", Entry + "[1]/gl-cor:enteredBy"),
        Set("Y77", Entry + "[1]/gl-cor:enteredBy", "H"),
        Without("Y78", Entry + "[1]/gl-cor:enteredDate"),
        Set("Y79", Entry + "[1]/gl-cor:enteredDate", "2024-12-31"),
        Without("Y80 K76", Entry + "[1]/gl-bus:totalDebit"),
        Without("Y81 K77", Entry + "[1]/gl-bus:totalCredit"),
        Without("Y82", Entry + "[1]/gl-cor:entryNumberCounter"),
        Without("Y83", Entry + "[1]/gl-cor:entryDetail[position()>1]"),
        Do("Y84", "a total written with another number of decimals", document => First(document, Entry + "[1]/gl-bus:totalCredit").Value = First(document, Entry + "[1]/gl-bus:totalCredit").Value.TrimEnd('0').TrimEnd('.')),
        Set("Y85", Entry + "[1]/gl-bus:totalDebit", "0.01"),
        Set("Y86", Entry + "[1]/gl-bus:totalCredit", "0.01"),
        Set("Y87 K85", Entry + "[1]/gl-bus:totalDebit", "1.234"),
        Set("Y88 K86", Entry + "[1]/gl-bus:totalCredit", "1.234"),
    ];

    private static IEnumerable<TargetedDamage> Ledger =>
    [
        Do("K29", "the first account at the end", document =>
        {
            var first = First(document, Entry);
            All(document, Entry)[^1].AddAfterSelf(new XElement(first));
            first.Remove();
        }),
        Do("K30", "an account without sub account twice", document =>
        {
            First(document, Entry).Descendants().Where(element => element.Name.LocalName == "accountSub").ToList().ForEach(sub => sub.Remove());
            TargetedDamage.Double(document, Entry);
        }),
        Twice("K31", "//gl-cor:entryHeader[.//gl-cor:accountSub]"),
        Without("K78", Entry + "[1]/gl-cor:entryDetail"),
        Set("K79", Entry + "[1]/gl-bus:totalDebit", "-1"),
        Set("K80", Entry + "[1]/gl-bus:totalCredit", "-1"),
        Do("K81", "both totals filled", document =>
        {
            First(document, Entry + "/gl-bus:totalDebit").Value = "2";
            First(document, Entry + "/gl-bus:totalCredit").Value = "1";
        }),
        Set("K82", Entry + "[1]/gl-bus:totalDebit", "123456.78"),
        SecondLine("K83", "//gl-cor:accountMainID", "999"),
        SecondLine("K84", "//gl-cor:accountSubID", "999.01"),
        SecondLine("K89", "/gl-cor:lineNumberCounter", "0"),
    ];

    private static IEnumerable<TargetedDamage> Lines =>
    [
        Without("Y89 K87 B51 R37", Line + "/gl-cor:lineNumber"),
        Set("Y90", "//gl-cor:entryDetail[2]/gl-cor:lineNumber", "99"),
        Without("Y91 K88", Line + "/gl-cor:lineNumberCounter"),
        Set("Y92", Line + "/gl-cor:lineNumberCounter", "99"),
        Without("Y93 K90 B53 R40", Line + "/gl-cor:account"),
        Set("Y94 K91 B54 R41", Line + "//gl-cor:accountMainID", "12345"),
        Without("Y95 K92 B55 R42", Line + "//gl-cor:accountMainDescription"),
        Without("Y96 K93", Sub + "/gl-cor:accountSubID"),
        Without("Y97 K94", Sub + "/gl-cor:accountSubDescription"),
        Set("Y98 K95", Sub + "/gl-cor:accountSubID", "999.01"),
        Without("Y99 K96 B56 R43", Line + "/gl-cor:amount"),
        Set("Y100 K97", Line + "/gl-cor:amount", "0.00"),
        Without("Y105 K102 B57 R44", Line + "/gl-cor:debitCreditCode"),
        Without("Y106 K103", Line + "/gl-cor:postingDate"),
        Set("Y107", Line + "/gl-cor:postingDate", "2025-01-31"),
        Set("K104", Line + "/gl-cor:postingDate", "2025-02-01"),
        Put("Y114", ("gl-cor:documentReference", "başka")),
        Put("Y115", ("gl-bus:paymentMethod", " ")),
        Set("Y117 K112 B60 R48", Line + "/gl-cor:amount", "1.234"),
    ];

    private static IEnumerable<TargetedDamage> Currencies =>
    [
        Do("Y101 K98", "a currency of the amount in a book without one", document =>
        {
            PutIn(document, ("gl-muc:amountCurrency", "iso4217:TRY"));
            First(document, "//gl-muc:defaultCurrency").Remove();
        }),
        Put("Y102 K99", ("gl-muc:amountOriginalAmount", "10"), ("gl-muc:amountOriginalCurrency", "iso4217:EUR"), ("gl-muc:amountOriginalExchangeRate", "40"), ("gl-muc:amountOriginalExchangeRateDate", null)),
        Put("Y103 K100", ("gl-muc:amountOriginalAmount", "10"), ("gl-muc:amountOriginalExchangeRateDate", "2025-01-02"), ("gl-muc:amountOriginalCurrency", null)),
        Put("Y104 K101", ("gl-muc:amountOriginalCurrency", "iso4217:EUR"), ("gl-muc:amountOriginalExchangeRate", null)),
    ];

    private static IEnumerable<TargetedDamage> Documents =>
    [
        Put("Y108 K105", ("gl-cor:documentType", "other"), ("gl-cor:documentTypeDescription", " ")),
        Put("Y109 K106", ("gl-cor:documentType", "other"), ("gl-cor:documentNumber", " ")),
        Put("Y110 K107", ("gl-cor:documentType", "invoice"), ("gl-cor:documentNumber", "1"), ("gl-cor:documentDate", null)),
        Put("Y111 K108", ("gl-cor:documentType", "check"), ("gl-cor:documentNumber", null)),
        Put("Y112 K109", ("gl-cor:documentType", null), ("gl-cor:documentNumber", "1")),
        Put("Y113 K110", ("gl-cor:documentType", null), ("gl-cor:documentDate", "2025-01-02")),
    ];

    private static IEnumerable<TargetedDamage> Funds =>
    [
        Do("Y116 K111", "two quantities in a line", document => First(document, Line).Add(Fund(document), Fund(document))),
        Quantity("Y118 K113", "gl-bus:measurableCode", null),
        Quantity("Y119 K114", "gl-bus:measurableCodeDescription", null),
        Quantity("Y120 K115", "gl-bus:measurableQuantity", null),
        Quantity("Y121 K116", "gl-bus:measurableQualifier", null),
        Quantity("Y122 K117", "gl-bus:measurableUnitOfMeasure", null),
        Quantity("Y123 K118", "gl-bus:measurableCostPerUnit", null),
        Quantity("Y124 K119", "gl-bus:measurableCode", "MT"),
        Quantity("Y125 K120", "gl-bus:measurableCodeDescription", "Maddi Kalemler"),
        Quantity("Y126 K121", "gl-bus:measurableQualifier", "FON"),
        Quantity("Y127 K122", "gl-bus:measurableUnitOfMeasure", "adet"),
        Quantity("Y128 K123", "gl-bus:measurableQuantity", "3"),
    ];

    private static IEnumerable<TargetedDamage> Files =>
    [
        Carried("Y129", "a file that is no PDF", "application/zip", "ek.pdf", "JVBERg=="),
        Carried("Y130", "a file of another name", "application/pdf", "ek.PDF", "JVBERg=="),
        Carried("Y131", "an empty file", "application/pdf", "ek.pdf", " "),
        Carried("K07 B11 R07", "a file inside", "application/pdf", "ek.pdf", "JVBERg=="),
    ];

    // The first account gets a second line that differs from its first in one field.
    private static TargetedDamage SecondLine(string ids, string path, string value) => Do(ids, $"a second line with {path.Trim('/')} = '{value}'", document =>
    {
        TargetedDamage.Double(document, Line);
        First(document, "//gl-cor:entryDetail[2]" + path).Value = value;
    });

    // The first line gets these fields and no others of the same names; null takes one out.
    private static TargetedDamage Put(string ids, params (string Name, string? Value)[] fields) =>
        Do(ids, string.Join(", ", fields.Select(field => field.Value is null ? $"without {field.Name}" : $"{field.Name} = '{field.Value}'")), document => PutIn(document, fields));

    private static void PutIn(XDocument document, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var line = First(document, Line);
        foreach (var (name, value) in fields)
        {
            var element = New(name, value ?? string.Empty);
            line.Elements(element.Name).Remove();
            if (value is not null)
                line.Add(element);
        }
    }

    private static XElement Fund(XDocument document) => New(
        "gl-bus:measurable", New("gl-bus:measurableCode", "NT"), New("gl-bus:measurableCodeDescription", "Maddi Olmayan Kalemler"), New("gl-bus:measurableQuantity", "1"),
        New("gl-bus:measurableQualifier", "Fon"), New("gl-bus:measurableUnitOfMeasure", "Adet"), New("gl-bus:measurableCostPerUnit", First(document, Line + "/gl-cor:amount").Value));

    private static TargetedDamage Quantity(string ids, string name, string? value) => Do(ids, value is null ? $"a fund's quantity without {name}" : $"a fund's quantity with {name} = '{value}'", document =>
    {
        var fund = Fund(document);
        if (value is null)
            fund.Element(New(name).Name)!.Remove();
        else
            fund.Element(New(name).Name)!.Value = value;
        First(document, Line).Add(fund);
    });

    private static TargetedDamage Carried(string ids, string name, string type, string file, string content) => Do(ids, name, document =>
        First(document, "//xbrli:xbrl").AddAfterSelf(New("extensions", New("extension", New("defterek:binaryObject", new XAttribute("mimeCode", type), new XAttribute("filename", file), content)))));
}
