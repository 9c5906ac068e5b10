namespace EDefter.Core.Repairs;

/// <summary>A member of a voucher.</summary>
/// <param name="Line">1-based line, or null for the head.</param>
/// <param name="Field">Member as on the wire.</param>
public readonly record struct FieldPlace(int? Line, string Field);
