namespace EDefter.Core.Formats.Print;

/// <summary>What a book puts at the places where a page ends and the next begins.</summary>
internal interface IBookTable
{
    IReadOnlyList<BookColumn> Columns { get; }

    /// <summary>The rows under the page's head that name the columns.</summary>
    IReadOnlyList<TableRow> Headings { get; }

    /// <summary>The row that ends a page which is not the last: what is carried (nakli yekûn); null when nothing is.</summary>
    TableRow? Foot { get; }

    /// <summary>The rows that begin a page: what was carried, and what is continued. None may be taller than a line or two.</summary>
    IEnumerable<TableRow> Heads { get; }
}
