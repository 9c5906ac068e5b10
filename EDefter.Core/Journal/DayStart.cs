namespace EDefter.Core.Journal;

/// <summary>The numbers that a day begins with: everything a voucher's own number needs beside its rank in the day.</summary>
/// <param name="Day">The day.</param>
/// <param name="FirstNumber">Madde no of the day's first entry.</param>
/// <param name="FirstLine">Satır no of its first line.</param>
public sealed record DayStart(DateOnly Day, long FirstNumber, long FirstLine);
