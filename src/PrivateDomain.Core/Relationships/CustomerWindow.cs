using System.Runtime.InteropServices;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

/// <summary>What one customer did in a window, and how they stood at its ends; null where folded events would decide.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CustomerWindow(CustomerFacts before, CustomerFacts after)
{
    private readonly TimeWindow window = TimeWindow.Rolling(after.AsOf - before.AsOf);

    internal bool WasLinked => before.IsLinked;

    internal bool IsLinked => after.IsLinked;

    /// <summary>Whether the customer was linked at some time in the window.</summary>
    internal bool IsFriend => WasLinked || Has(Behaviour.LinkMade) == true;

    internal int OrdersBefore => before.OrderCount;

    internal int PurchaseDays => after.PurchaseDayCountIn(window);

    internal int PurchaseDaysEver => after.PurchaseDayCount;

    internal int? LastNps => after.LastNps;

    /// <summary>Whether the customer interacted in the window of the same length before.</summary>
    internal bool? HadInteracted => Has(before, Behaviour.Interaction);

    internal bool? Has(Behaviour behaviour) => Has(after, behaviour);

    internal int? Count(Behaviour behaviour) => after.CountOf(behaviour, window);

    private bool? Has(CustomerFacts facts, Behaviour behaviour) => facts.Did(behaviour, window);
}
