namespace EDefter.Functions.Gate;

/// <summary>What a request shows of itself.</summary>
public enum CredentialKind
{
    /// <summary>A key in the header <c>X-Api-Key</c>.</summary>
    Key,

    /// <summary>A key in the address, <c>?key=</c>, where a calendar program has no other place for it.</summary>
    KeyInAddress,

    /// <summary>A token of the directory: in the header <c>Authorization</c>, or handed on by the platform's sign-in.</summary>
    Token,
}
