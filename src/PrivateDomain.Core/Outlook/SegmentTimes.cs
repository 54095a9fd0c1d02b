using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Segmentation.Analysis;

namespace PrivateDomain.Core.Outlook;

/// <summary>When a rule over a customer's facts can change by itself: a day leaves a window or enters one, a date is so many days ago, a
/// level of trust is crossed.</summary>
internal sealed class SegmentTimes
{
    private readonly CustomerFacts facts;
    private readonly FactValues values;
    private readonly FactMeanings meanings;
    private readonly int today;
    private readonly SortedSet<int> days = [];
    private readonly Dictionary<Behaviour, int[]> seen = [];

    internal SegmentTimes(CustomerFacts facts, FactValues values, FactMeanings meanings)
    {
        this.facts = facts;
        this.values = values;
        this.meanings = meanings;
        today = meanings.Today;
    }

    /// <summary>Whether the rules ask for the stage.</summary>
    internal bool AsksForStage { get; private set; }

    /// <summary>The numbers with which the rules compare trust.</summary>
    internal SortedSet<double> TrustLevels { get; } = [];

    /// <summary>The days on whose beginning something may change, up to a last one.</summary>
    internal IEnumerable<int> DaysTo(int last) => isDaily
        ? Enumerable.Range(today + 1, Math.Max(0, last - today))
        : days.Where(d => d > today && d <= last);

    private bool isDaily;

    /// <summary>Whether a condition changes once at most: a count over the last days only falls while nothing happens, one over what is
    /// longer ago only grows.</summary>
    internal static bool IsSteady(SegmentRule rule, CustomerFacts facts, FactMeanings meanings) =>
        rule is NumberRule
        {
            Operator: NumberOperator.LessThan or NumberOperator.AtMost or NumberOperator.AtLeast or NumberOperator.GreaterThan,
        } number
        && facts.Folded.IsEmpty && number.Fact.IsRead
        && meanings.Of(number.Fact).Now.Kind is MeaningKind.Count or MeaningKind.DayCount;

    internal void Add(SegmentRule rule)
    {
        switch (rule)
        {
            case GroupRule group:
                foreach (SegmentRule part in group.Rules)
                {
                    Add(part);
                }

                break;
            case NotRule not:
                Add(not.Rule);
                break;
            case DateRule { IsRelative: true } date when values.Date(date.Fact) is { IsKnown: true } found:
                AddRelative(date, ShopDays.NumberOf(found.Value));
                break;
            case NumberRule number:
                Add(number.Fact, number.Value, number.High);
                break;
            case KnownRule { Fact: NumberFact fact }:
                Add(fact);
                break;
            case ChoiceRule choice:
                AsksForStage |= choice.Fact.Equals(FactsOfRelationship.Stage);
                break;
            default:
                break;
        }
    }

    private void AddRelative(DateRule rule, int day)
    {
        (int first, int second) = rule.Operator switch
        {
            DateOperator.WithinLastDays => (day, day + rule.Days),
            DateOperator.MoreThanDaysAgo => (day, day + rule.Days + 1),
            _ => (day - rule.Days + 1, day + 1),
        };
        days.Add(first);
        days.Add(second);
    }

    private void Add(NumberFact fact, params ReadOnlySpan<double> levels)
    {
        if (fact.Equals(FactsOfRelationship.Trust))
        {
            foreach (double level in levels)
            {
                TrustLevels.Add(level);
                TrustLevels.Add(double.BitIncrement(level));
            }

            return;
        }

        if (!fact.Parts.IsEmpty)
        {
            foreach (NumberFact part in fact.Parts)
            {
                Add(part);
                isDaily |= part.Equals(Facts.DaysSinceOrder) && facts.IsBuyer; // a quotient that moves with every day
            }

            return;
        }

        (FactMeaning meaning, FactMeaning tomorrow) = meanings.Of(fact);
        switch (meaning.Kind)
        {
            case MeaningKind.Count or MeaningKind.DayCount or MeaningKind.Gap or MeaningKind.Spend:
                AddWindow(meaning, tomorrow);
                break;
            case MeaningKind.Periods:
                AddPeriods(meaning);
                break;
            case MeaningKind.DaysSince when facts.DaysSinceLastOrder is { } since:
                foreach (double level in levels)
                {
                    double ahead = Math.Clamp(level, -1, TimeWindow.DaysMax * 10.0) - since + today;
                    days.Add((int)Math.Ceiling(ahead));
                    days.Add((int)Math.Floor(ahead) + 1);
                }

                break;
            default:
                break;
        }
    }

    // A day leaves a window whose beginning moves, and enters one whose end does.
    private void AddWindow(FactMeaning now, FactMeaning tomorrow)
    {
        foreach (int day in DaysOf(now.Behaviour))
        {
            if (tomorrow.From != now.From && day >= now.From)
            {
                days.Add(today + day - now.From + 1);
            }

            if (tomorrow.To != now.To && day > now.To)
            {
                days.Add(today + day - now.To);
            }
        }
    }

    private void AddPeriods(FactMeaning meaning)
    {
        int length = (meaning.To - meaning.From + 1) / meaning.Most;
        foreach (int day in DaysOf(meaning.Behaviour))
        {
            for (int n = (Math.Max(0, today - day) / length) + 1; n <= meaning.Most; n++)
            {
                days.Add(day + (n * length));
            }
        }
    }

    private int[] DaysOf(Behaviour behaviour)
    {
        if (!seen.TryGetValue(behaviour, out int[]? found))
        {
            List<int> known = BehaviourCounts.DaysUpTo(facts, behaviour, today, today) ?? [];
            ShopDays clock = facts.Clock;
            found = seen[behaviour] =
            [
                .. known.Concat(facts.Folded.Where(total => behaviour != Behaviour.Order
                    && total.Kind >= Behaviours.KindsOf(behaviour).First && total.Kind <= Behaviours.KindsOf(behaviour).Last)
                    .SelectMany(total => new[] { clock.Of(total.First), clock.Of(total.Last) })).Distinct(),
            ];
        }

        return found;
    }
}
