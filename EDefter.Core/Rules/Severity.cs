namespace EDefter.Core.Rules;

/// <summary>HATA blocks numbering; UYARI may be acknowledged with a note; BİLGİ is told.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}
