using Azure.Storage.Blobs.Models;

namespace EDefter.Storage;

/// <summary>
/// What a page of the console may do at the blob service from another origin: write through a link, and read nothing. On Azure the template sets it
/// (infra/modules/storage.bicep), because the program's identity has no right to; a test holds both to each other.
/// </summary>
public static class UploadCors
{
    public const string Methods = "PUT";

    /// <summary>What a block list says of its blob; blocks carry no headers of their own.</summary>
    public const string Headers = "x-ms-blob-content-type";

    /// <summary>How long a browser remembers that it may.</summary>
    public const int AgeSeconds = 3600;

    internal static BlobCorsRule RuleFor(IEnumerable<string> origins) =>
        new() { AllowedOrigins = string.Join(',', origins), AllowedMethods = Methods, AllowedHeaders = Headers, ExposedHeaders = string.Empty, MaxAgeInSeconds = AgeSeconds };

    internal static bool IsOurs(BlobCorsRule rule) =>
        string.Equals(rule.AllowedMethods, Methods, StringComparison.OrdinalIgnoreCase) && string.Equals(rule.AllowedHeaders, Headers, StringComparison.OrdinalIgnoreCase);
}
