namespace EDefter.Core.Formats;

/// <summary>In which order an entry's lines are written. Their numbers are the journal's and never change with it.</summary>
public enum LineOrder
{
    /// <summary>As numbered.</summary>
    Journal,

    /// <summary>Debit lines before credit lines, each as numbered.</summary>
    DebitFirst,
}
