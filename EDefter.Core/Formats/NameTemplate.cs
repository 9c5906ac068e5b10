using System.Globalization;

namespace EDefter.Core.Formats;

/// <summary>Names of files: letters, digits, <c>- _ .</c> and the places <c>{taxId} {branch} {period} {part}</c> (yyyyMM, four digits).</summary>
public static class NameTemplate
{
    private static readonly string[] Places = ["{taxId}", "{branch}", "{period}", "{part}"];

    /// <summary>Says what is wrong with a template, in Turkish; null when nothing is.</summary>
    public static string? Fault(string template, bool needsPart)
    {
        var rest = template;
        foreach (var place in Places)
            rest = rest.Replace(place, "0", StringComparison.Ordinal);
        if (rest.Length is 0 or > 80)
            return "ad 1 ile 80 karakter arasında olmalı";
        if (rest[0] == '.' || rest.Contains("..", StringComparison.Ordinal) || rest.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            return "adda yalnız harf, rakam, - _ . ile {taxId} {branch} {period} {part} bulunabilir";
        return needsPart && !template.Contains("{part}", StringComparison.Ordinal) ? "adda {part} bulunmalı, yoksa parçalar aynı adı alır" : null;
    }

    public static string Resolve(string template, FileFacts facts) => template
        .Replace("{taxId}", facts.TaxId, StringComparison.Ordinal)
        .Replace("{branch}", facts.Branch, StringComparison.Ordinal)
        .Replace("{period}", facts.Period.FirstDay.ToString("yyyyMM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{part}", facts.Part.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
