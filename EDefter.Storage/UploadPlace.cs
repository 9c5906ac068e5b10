namespace EDefter.Storage;

/// <summary>Where links to upload with lead to.</summary>
/// <param name="Container">Address of the container of uploads, with a slash at its end.</param>
public sealed record UploadPlace(Uri Container);
