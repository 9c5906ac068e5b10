using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Formats;

namespace EDefter.Core.Sealing;

/// <summary>
/// The identity of an archive before it is written: the same numbered month in the same profile, written by the same version of the
/// writers, is the same archive, so a repeated request finds the first one's work.
/// </summary>
public static class ArchiveIdentity
{
    /// <returns>32 hex digits in lower case: fit for a blob's name and a URL, and nothing can be read from it.</returns>
    public static string Of(ArchiveRequest request, Profile profile)
    {
        var text = new StringBuilder("edefter-archive/1\n")
            .Append(CultureInfo.InvariantCulture, $"{FormatVersion.Writers}\n{request.Book}\n{request.Period}\n{request.TaxId}\n")
            .Append(CultureInfo.InvariantCulture, $"{request.FiscalYear.Start:yyyy-MM-dd}\n{request.FiscalYear.End:yyyy-MM-dd}\n{request.Revision}\n{request.Numbers.Chain}\n")
            .Append(CultureInfo.InvariantCulture, $"{profile.Id}\n{profile.Version}\n{profile.Hash}\n{Line(request.Creator)}\n");
        foreach (var (name, value) in request.Parameters.OrderBy(one => one.Key, StringComparer.Ordinal))
            text.Append(Line(name)).Append('=').Append(Line(value)).Append('\n');
        // What a profile writes of the company is told here only where it writes it, so that a new address is no new archive elsewhere.
        foreach (var field in ProfileColumns.Of(profile).Select(one => one.Column.Field).OfType<CanonicalField>().Distinct().Order())
        {
            if (CanonicalFields.OfCompany.Contains(field))
                text.Append(field.NameOf()).Append('=').Append(Line(FieldValues.OfCompany(field, request.Company))).Append('\n');
        }

        if (profile.Kind == FileKind.Gib)
            text.Append(CultureInfo.InvariantCulture, $"heading={request.DraftHeading().Fingerprint()}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    // A line feed inside a value must not look like the end of it.
    private static string Line(string? value) => (value ?? string.Empty).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("=", "\\=", StringComparison.Ordinal);
}
