namespace EDefter.Core.Companies;

/// <summary>An account of the Tekdüzen Hesap Planı.</summary>
/// <param name="Code">Three digits.</param>
/// <param name="Name">Its Turkish name.</param>
/// <param name="Class">First digit, 1 to 9.</param>
/// <param name="Nature">BORC, ALACAK or HER_IKISI.</param>
public sealed record UniformAccount(string Code, string Name, int Class, string Nature);
