using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace EDefter.Tests.Aloud;

/// <summary>What a Turkish bookkeeper would stumble over in a sentence. Words that the user wrote himself, in quotes, are his own.</summary>
internal static partial class Ear
{
    // Words of programs and of English. A Turkish word that is spelled like one of them does not stand here (not, head of "head office", to, on).
    private static readonly SearchValues<char> CurvedQuotes = SearchValues.Create("“”„«»´`");

    private static readonly FrozenSet<string> Foreign = """
        null true false undefined revision chunk blob batch commit snapshot digest json ndjson xml xsd schema schematron http https url uri post get put delete patch
        header body token cursor hash etag sha256 payload request response endpoint query string boolean array object field value record row column index key queue job
        worker thread task timeout retry exception stack trace debug log bug cache buffer stream byte bytes parse parser render server client host backend frontend api
        the and of for with without from this that these those are was were been must should cannot does did has have error errors warning info voucher vouchers
        invoice receipt shipment check cheque account accounts debit credit journal ledger entry entries line lines amount date number kind state branch period
        opening closing approved cancelled planned prepared checked missing invalid unknown failed found empty document type description payment method partner
        tax rate currency original source target rule rules finding findings repair repairs severity archive profile manifest draft pending
        upload download folder path default name text page total day month year company user password login
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // With a Turkish suffix they are no better; no Turkish word begins like one of these.
    private static readonly string[] ForeignStems = ["manifest", "revision", "snapshot", "digest", "schema", "schematron", "endpoint", "payload", "timeout", "thread", "cache", "buffer", "stream", "backend", "frontend", "backup", "upload", "download"];

    // One thing has one name, and a person is told what is wrong rather than that it is.
    private static readonly (string Said, string Better)[] Terms =
    [
        ("geçersiz", "what is wrong and what to do"),
        ("notla onayla", "notla kabul et"),
        ("not düşerek", "notla"),
        ("firma kaydı", "firma bilgileri"),
        ("firma kartı", "firma bilgileri"),
        ("öbür", "diğer"),
        ("öteki", "diğer"),
        ("adaylar", "seçenekler"),
        ("(kayıt no", "kaynak no"),
        ("Tekdüzen Hesap Planın", "Tekdüzen Hesap Planı’n"),
        ("bir şey yok.", "bir şey yoktur."),
        ("bir şey yok;", "bir şey yoktur;"),
        ("bir şey yok:", "bir şey yoktur:"),
        ("yanlız", "yalnız"),
        ("herhangibir", "herhangi bir"),
        ("birşey", "bir şey"),
        (" yada ", "ya da"),
        ("yyyy-AA", "yıl-ay-gün sırasıyla (ör. 2025-01-31)"),
    ];

    /// <summary>What is wrong with a text that a person reads; null for a good one.</summary>
    public static string? Objects(string text) =>
        ObjectsToManner(text) ?? (ForeignWord(Quoted().Replace(text, "\"…\"")) is { } foreign ? $"{foreign} is no word of a bookkeeper" : null);

    /// <summary>What is wrong with a text that a programmer reads: it may name members and formats.</summary>
    public static string? ObjectsToManner(string text)
    {
        var own = Quoted().Replace(text, "\"…\"");
        if (own.AsSpan().ContainsAny(CurvedQuotes))
            return "quotes are straight";
        if (own.Contains('\'', StringComparison.Ordinal))
            return "the apostrophe is ’";
        if (FileOfOurs().Match(own) is { Success: true } file)
            return $"{file.Value} is a file that no reader has";
        if (DoubleSpace().IsMatch(own) || SpaceBeforeMark().IsMatch(own))
            return "a space too many";
        return Terms.FirstOrDefault(term => own.Contains(term.Said, StringComparison.OrdinalIgnoreCase)) is { Said: not null } term ? $"{term.Said}: {term.Better}" : null;
    }

    /// <summary>The same for a sentence that is filled with values.</summary>
    public static string? ObjectsToSentence(string text)
    {
        if (Objects(text) is { } objection)
            return objection;
        var own = Quoted().Replace(text, "\"…\"");
        if (!IsTurkish(text))
            return "this is no Turkish";
        if (!text.EndsWith('.'))
            return "a sentence ends with a full stop";
        if (BareAmount().IsMatch(own))
            return "amounts are written 1.234,56";
        return IsoDate().IsMatch(Example().Replace(own, string.Empty)) ? "dates are written 31.01.2025" : null;
    }

    public static bool IsTurkish(string text) => TurkishLetter().IsMatch(text);

    /// <summary>A value is followed by a space, a mark or nothing: a suffix would have to agree with what nobody knows yet.</summary>
    public static bool HasSuffixAfterValue(string text) => SuffixAfterHole().IsMatch(text);

    /// <summary>Names of members in parentheses after their Turkish name, as refusals of unreadable requests give them to programmers.</summary>
    public static string WithoutMemberNames(string text) => MemberInParentheses().Replace(text, string.Empty);

    /// <summary>A rule's sentence with values in the places of its braces.</summary>
    public static string WithoutPlaces(string template) => Place().Replace(template, $"{SourceText.Hole}");

    private static string? ForeignWord(string text)
    {
        foreach (var word in Words().EnumerateMatches(text))
        {
            var said = text.Substring(word.Index, word.Length);
            if (Foreign.Contains(said) || CamelCase().IsMatch(said) || ForeignStems.Any(stem => said.StartsWith(stem, StringComparison.OrdinalIgnoreCase)))
                return said;
        }

        return null;
    }

    [GeneratedRegex("\\{[a-zA-Z]+\\d?\\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    // Folders of the repository, and what only those have who make the program.
    [GeneratedRegex("\\b(docs|src|infra|tools|samples)/[\\w./-]*|[\\w-]*\\.(md|cs|ts|tsx|mjs|json|bicep)\\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileOfOurs();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("\\S  +\\S", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DoubleSpace();

    [GeneratedRegex(" [,;:.!?)](?!\\w|\\.)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpaceBeforeMark();

    [GeneratedRegex("[çğıöşüÇĞİÖŞÜ]| (ile|uymuyor|yok|ve)\\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TurkishLetter();

    [GeneratedRegex("[\\p{L}\\d]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();

    [GeneratedRegex("^[a-z]{2,}[A-Z]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CamelCase();

    [GeneratedRegex("(?<![\\d.,])\\d{4,},\\d\\d(?!\\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareAmount();

    [GeneratedRegex("\\b\\d{4}-\\d\\d(-\\d\\d)?\\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoDate();

    [GeneratedRegex("(ör\\.|örneğin) \\d{4}-\\d\\d(-\\d\\d)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();

    [GeneratedRegex("\uFFFC[’a-zçğıöşü]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SuffixAfterHole();

    [GeneratedRegex(" \\([a-zA-Z\\[\\].]+(, [a-zA-Z\\[\\].]+)*\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MemberInParentheses();
}
