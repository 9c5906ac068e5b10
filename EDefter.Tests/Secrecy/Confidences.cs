using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Secrecy;

/// <summary>
/// What must stand in no log, no trace and no audit record: names, descriptions, tax numbers, amounts, secrets. Collected from the very data of a run, and looked for as it could have been
/// written: in any case, escaped in JSON or in an address, amounts in the formats of people and of programs.
/// </summary>
internal sealed partial class Confidences
{
    // Shorter texts are words of every log (KDV, Kasa).
    private const int WordCharactersLeast = 5;
    private const decimal AmountLeast = 10m;
    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    private readonly Dictionary<string, string> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> numbers = new(StringComparer.Ordinal);
    private SearchValues<string>? wordSearch;
    private SearchValues<string>? numberSearch;

    /// <summary>How many words and numbers are looked for.</summary>
    public int Count => words.Count + numbers.Count;

    public Confidences Add(Company company)
    {
        foreach (var text in (string?[])[company.Title, company.PersonName, company.Email, company.Website, company.Address?.Street])
            AddWord("company", text);
        foreach (var number in (string?[])[company.TaxId, company.Phone, company.Fax])
            AddNumber("tax or telephone number", number);
        foreach (var accountant in company.Accountants)
        {
            AddWord("accountant", accountant.Name);
            AddWord("accountant", accountant.Email);
            AddWord("accountant", accountant.Engagement);
            AddNumber("telephone number", accountant.Phone);
        }

        return this;
    }

    public Confidences Add(IEnumerable<Voucher> vouchers)
    {
        foreach (var voucher in vouchers)
        {
            AddWord("person", voucher.EnteredBy);
            AddWord("description", voucher.Comment);
            foreach (var line in voucher.Lines)
            {
                AddWord("account", line.AccountName);
                AddWord("account", line.MainAccountName);
                AddWord("description", line.Description);
                AddWord("partner", line.Partner?.Name);
                AddNumber("tax number", line.Partner?.TaxId);
                AddAmount(line.Debit.Value);
                AddAmount(line.Credit.Value);
            }
        }

        return this;
    }

    public Confidences Add(IEnumerable<ChartAccount> accounts)
    {
        foreach (var account in accounts)
        {
            AddWord("account", account.Name);
            AddNumber("tax number", account.PartnerTaxId);
        }

        return this;
    }

    /// <summary>Every text of a document that is long enough to be told from other words, figures too.</summary>
    public Confidences Add(string kind, JsonNode document)
    {
        foreach (var text in TextsOf(document).Where(text => text.Length >= WordCharactersLeast))
            words.TryAdd(text, kind);
        (wordSearch, numberSearch) = (null, null);
        return this;
    }

    /// <summary>A text that names somebody or describes something.</summary>
    public Confidences AddWord(string kind, string? text)
    {
        if (text?.Trim() is { Length: >= WordCharactersLeast } word && word.Any(char.IsLetter))
            words.TryAdd(word, kind);
        (wordSearch, numberSearch) = (null, null);
        return this;
    }

    /// <summary>A number that names somebody: it is found where no digit stands before or after it.</summary>
    public Confidences AddNumber(string kind, string? number)
    {
        if (number is { Length: >= 10 })
            numbers.TryAdd(number, kind);
        (wordSearch, numberSearch) = (null, null);
        return this;
    }

    /// <summary>An amount with at least four digits, always with its decimals: without them it looks like a count.</summary>
    public Confidences AddAmount(decimal? amount)
    {
        if (amount is not { } value || Math.Abs(value) < AmountLeast)
            return this;
        foreach (var format in (string[])["0.00", "#,##0.00"])
        {
            numbers.TryAdd(value.ToString(format, CultureInfo.InvariantCulture), "amount");
            numbers.TryAdd(value.ToString(format, Turkish), "amount");
        }

        return this;
    }

    /// <summary>Whatever of it stands in a text.</summary>
    public IEnumerable<Leak> FindIn(string text)
    {
        wordSearch ??= SearchValues.Create([.. words.Keys], StringComparison.OrdinalIgnoreCase);
        numberSearch ??= SearchValues.Create([.. numbers.Keys], StringComparison.Ordinal);
        var plain = Plain(text);
        if (plain.AsSpan().IndexOfAny(wordSearch) is >= 0 and var at)
        {
            var found = words.First(word => plain.AsSpan(at).StartsWith(word.Key, StringComparison.OrdinalIgnoreCase));
            yield return new Leak(found.Value, found.Key, plain);
        }

        foreach (var number in NumbersIn(plain))
            yield return new Leak(numbers[number], number, plain);
        foreach (Match secret in Secret().Matches(plain))
            yield return new Leak("secret", secret.Value, plain);
    }

    private static IEnumerable<string> TextsOf(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is null ? [] : TextsOf(member.Value)),
        JsonArray items => items.SelectMany(item => item is null ? [] : TextsOf(item)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    private IEnumerable<string> NumbersIn(string plain)
    {
        if (plain.AsSpan().IndexOfAny(numberSearch!) < 0)
            yield break;
        // What is written like a number, as long as it goes: a piece of a longer one is another number.
        foreach (Match run in Run().Matches(plain))
        {
            if (numbers.ContainsKey(run.Value.TrimEnd('.', ',')))
                yield return run.Value.TrimEnd('.', ',');
        }
    }

    private static string Plain(string text)
    {
        var plain = text.Contains("\\u", StringComparison.Ordinal) ? Escaped().Replace(text, match => ((char)int.Parse(match.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : text;
        return plain.Contains('%', StringComparison.Ordinal) ? WebUtility.UrlDecode(plain) : plain;
    }

    // The signature of a link, a key with its secret, an account's key, a bearer's token.
    [GeneratedRegex(@"\bsig=(?!Sanitized|REDACTED|\*)[^&\s""]+|\b[0-9a-f]{16}\.[0-9a-f]{64}\b|AccountKey=[^;\s]+|\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(?<![0-9A-Fa-f])[0-9]+([.,][0-9]+)*(?![0-9a-f])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Run();

    [GeneratedRegex(@"\\u(?<code>[0-9a-fA-F]{4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();
}
