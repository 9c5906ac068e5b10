namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which function key the Azure host asks for. Locally no key is checked, as Core Tools does.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
