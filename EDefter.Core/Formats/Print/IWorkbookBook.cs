namespace EDefter.Core.Formats.Print;

/// <summary>A book as a workbook, streamed into one file.</summary>
public interface IWorkbookBook : IDisposable
{
    /// <summary>Hash over what it holds before compression (<see cref="ContentListing"/>); known when it is complete.</summary>
    string Content { get; }
}
