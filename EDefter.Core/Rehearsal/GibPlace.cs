namespace EDefter.Core.Rehearsal;

/// <summary>A place as a bookkeeper finds it; what does not apply is null.</summary>
/// <param name="EntryNumber">Yevmiye madde no, as it is written.</param>
/// <param name="LineNumber">Yevmiye satır no, as it is written.</param>
/// <param name="VoucherNumber">Fiş no.</param>
/// <param name="Account">Account code.</param>
/// <param name="XmlLine">1-based line of the file.</param>
/// <param name="Element">Name of the element or attribute that the schema speaks of.</param>
public sealed record GibPlace(string? EntryNumber, string? LineNumber, string? VoucherNumber, string? Account, int XmlLine, string? Element = null);
