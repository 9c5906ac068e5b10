using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>Where a profile of a company's own stands.</summary>
/// <param name="Company">Company id.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Id">Its id, as somebody wrote it.</param>
public readonly record struct ProfilePlace(string Company, CompanyProfileKind Kind, string Id)
{
    private const int IdCharactersMax = 40;

    /// <summary>What is no id was never kept, and is nothing to ask a table for.</summary>
    public bool HasId => Id.Length is > 0 and <= IdCharactersMax && Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Name of the blob of a content; the same content of the other kind is another blob.</summary>
    public string BlobOf(string hash) => $"{Company}/{(Kind == CompanyProfileKind.Reading ? "reading-profiles" : "profiles")}/{hash}.json";
}
