namespace EDefter.Core.Sealing;

/// <summary>An upload is larger, or unpacks to more, than is looked at. Never leaves the verifier.</summary>
public sealed class UploadLimitException(string message) : Exception(message);
