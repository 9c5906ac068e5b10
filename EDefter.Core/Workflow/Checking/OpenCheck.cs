using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>A check under way: its rules, the order in which they find things, and the file that takes what they find, each finding with the repair that fits.</summary>
internal sealed class OpenCheck
{
    private readonly RepairOffers offers;

    private OpenCheck(Book book, CheckContext context, FindingsFile file, Func<CheckContext, Action<Finding>, CheckEngine> begin)
    {
        offers = new RepairOffers(context);
        File = file;
        Engine = begin(context, Receive);

        void Receive(Finding finding)
        {
            Order.Add(finding);
            file.Add(ReportFinding.Of(finding, book.Company.Link, offers.Fits(finding)));
        }
    }

    public CheckEngine Engine { get; }

    public FindingOrder Order { get; } = new();

    public FindingsFile File { get; }

    public static OpenCheck Begin(Book book, CheckContext context, FindingsFile file) => new(book, context, file, static (known, receive) => CheckEngine.Begin(known, receive));

    /// <summary>As <see cref="CheckEngine.BeginPart"/>.</summary>
    public static OpenCheck BeginPart(Book book, CheckContext context, FindingsFile file) => new(book, context, file, static (known, receive) => CheckEngine.BeginPart(known, receive));

    public void Observe(StoredVoucher stored, bool fromDrawer)
    {
        Order.Current = stored.Voucher.Id;
        offers.TurnTo(stored.Voucher, fromDrawer);
        Engine.Observe(stored.Voucher, fromDrawer, IsRepaired(stored));
        offers.TurnTo(current: null);
    }

    private static bool IsRepaired(StoredVoucher stored) => stored.Kind is CommitKind.Repair or CommitKind.Undo;
}
