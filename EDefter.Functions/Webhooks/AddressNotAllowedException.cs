namespace EDefter.Functions.Webhooks;

/// <summary>The name leads to an address that must not be called. Which one is not told: nobody shall map our network with it.</summary>
internal sealed class AddressNotAllowedException() : Exception("The address must not be called.");
