using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Queries;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>Asks a provider whether it can translate members, before a query of them is handed out.</summary>
internal static class Translation
{
    /// <summary>A reason for each fact whose member the provider cannot translate. Each is asked for alone, so that its name is known;
    /// the provider keeps what it translated, so only the first time takes long.</summary>
    internal static Reason[] Missing<TRow>(
        IQueryable<TRow> rows, SegmentMapping<TRow> mapping, LocalDate today, IReadOnlyCollection<Fact> facts)
    {
        if (facts.Count > 0)
        {
            Translate(rows); // what is wrong with the rows themselves is no fact's fault
        }

        return
        [
            .. facts.Where(fact => !IsTranslated(rows.Where(mapping.Filter(Comparison(fact, today), today).Value)))
                .Select(static fact => SegmentQueryReasons.UntranslatedFact.With(fact.Name)),
        ];
    }

    private static bool IsTranslated<TRow>(IQueryable<TRow> query)
    {
        try
        {
            Translate(query);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // A query is translated when its enumerator is asked for, and executed with the first step only.
    private static void Translate<TRow>(IQueryable<TRow> query) => query.GetEnumerator().Dispose();

    private static SegmentRule Comparison(Fact fact, LocalDate today) => fact switch
    {
        NumberFact number => number.AtLeast(0),
        DateFact date => date.On(today),
        YesNoFact yesNo => yesNo.IsYes(),
        TextFact text => text.AnyOf("a"),
        TextSetFact set => set.AnyOf("a"),
        ChoiceFact choice => choice.EqualTo(choice.Levels[0].Name),
        _ => fact.IsKnown(),
    };
}
