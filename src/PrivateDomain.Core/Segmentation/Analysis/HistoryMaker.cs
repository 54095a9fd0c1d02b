using System.Collections.Immutable;
using System.Numerics;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>Makes a customer of chosen cells: a history that gives them, and the caller's own facts beside it.</summary>
/// <remarks>What it makes is a proposal: only the plain reading says whether it serves.</remarks>
internal sealed class HistoryMaker(RuleModel model, Timelines timelines, Shop shop, LocalDate today)
{
    private const int EventsMax = 2_000;
    private const int CustomersMax = 4_096;
    private const int Ways = 4;
    private const int Scaffolds = 5;
    private readonly int day = ShopDays.NumberOf(today);

    private static readonly Behaviour[] InteractionKinds =
    [
        Behaviour.MessageReceived, Behaviour.ActivityJoined, Behaviour.FeedbackVolunteered, Behaviour.SurveyAnswered,
        Behaviour.RecommendationMade, Behaviour.RivalDeclined, Behaviour.ReferralConverted, Behaviour.NpsAnswered,
    ];

    /// <summary>Customers of the cells, the likeliest first.</summary>
    /// <param name="chosen">For each variable the cells left; many cells mean that it does not matter.</param>
    /// <param name="read">Reads what policies assess from a history; null when nothing does.</param>
    internal IEnumerable<RuleWitness> Make(ulong[] chosen, Func<CustomerFacts, FactValues>? read)
    {
        bool[] matters = [.. model.Variables.Select((v, i) => chosen[i] != v.All)];
        bool isOfHistory = model.Variables.Where((v, i) => matters[i]).Any(static v => v.Meaning.IsOfHistory);
        bool isAssessed = model.Variables.Where((v, i) => matters[i]).Any(static v => v.Meaning.Kind == MeaningKind.Assessed);
        if (CustomerOf(chosen, matters) is not { } customer)
        {
            yield break;
        }

        bool isNobody = customer.Text.Length == 0;
        if (!isOfHistory && (read is null || !isAssessed))
        {
            yield return new(Given(FactValues.From(customer, today), chosen, matters, assessed: true), null, default);
            yield break;
        }

        if (isAssessed && read is null)
        {
            yield break; // how it hangs together with the history is not known here
        }

        CustomerId id = isNobody ? CustomerId.From("customer") : customer;
        for (int scaffold = 0; scaffold < (isAssessed ? Scaffolds : 1); scaffold++)
        {
            for (int way = 0; way < Ways; way++)
            {
                if (HistoryOf(id, chosen, way, scaffold) is not { } history)
                {
                    break;
                }

                Instant now = Clock(day, 12);
                if (now < CustomerEvent.EarliestAt || now > CustomerEvent.LatestAt)
                {
                    yield break;
                }

                CustomerFacts facts = history.FactsAt(now, shop);
                FactValues read1 = read?.Invoke(facts) ?? FactValues.From(facts);
                if (read1.Today != today)
                {
                    yield break; // the zone has no such day
                }

                if (!isNobody)
                {
                    yield return new(Given(read1, chosen, matters, assessed: false), history, now);
                }

                yield return new(Told(FactValues.From(customer, today), read1, chosen, matters), history, now);
            }
        }
    }

    // What the history does not give.
    private FactValues Given(FactValues values, ulong[] chosen, bool[] matters, bool assessed)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            MeaningKind kind = model.Variables[i].Meaning.Kind;
            if (matters[i] && (kind == MeaningKind.Own || (assessed && kind == MeaningKind.Assessed)))
            {
                values = Give(values, i, chosen);
            }
        }

        return values;
    }

    // Only what the rules need is told of the customer, and it is what the history gives.
    private FactValues Told(FactValues values, FactValues found, ulong[] chosen, bool[] matters)
    {
        for (int i = 0; i < chosen.Length; i++)
        {
            Variable variable = model.Variables[i];
            bool isKnown = variable.Text is null && (chosen[i] & 1) == 0;
            if (!matters[i] || !isKnown || variable.Meaning.Kind is MeaningKind.Own or MeaningKind.Bucket)
            {
                continue;
            }

            values = variable.Fact switch
            {
                NumberFact number when found.Number(number) is { IsKnown: true } x => values.With(number, x.Value),
                DateFact date when found.Date(date) is { IsKnown: true } x => values.With(date, x.Value),
                YesNoFact yesNo when found.YesNo(yesNo) is { IsKnown: true } x => values.With(yesNo, x.Value),
                TextFact text when found.Text(text) is { IsKnown: true } x => values.With(text, x.Value!),
                TextSetFact set when found.TextSet(set) is { IsKnown: true } x => values.With(set, x.Value!),
                ChoiceFact choice when found.Level(choice) is { IsKnown: true } x => values.With(choice, choice.Levels[x.Value].Name),
                _ => values,
            };
        }

        return Given(values, chosen, matters, assessed: false);
    }

    private FactValues Give(FactValues values, int place, ulong[] chosen)
    {
        Variable variable = model.Variables[place];
        if (variable.Text is not null || (chosen[place] & 1) != 0)
        {
            return values; // a set is given as a whole; an absent fact is not
        }

        return variable.Fact is TextSetFact set
            ? values.With(set, TextsOf(set, chosen))
            : RuleModel.Give(values, variable, CellOf(chosen[place]), ValueIn(variable, chosen[place]));
    }

    private IEnumerable<string> TextsOf(Fact set, ulong[] chosen) => model.Variables
        .Where((v, i) => v.Text is not null && v.Fact.Equals(set) && chosen[i] == 2).Select(static v => v.Text!);

    private static int CellOf(ulong cells) => BitOperations.TrailingZeroCount(cells);

    // A round number where there is one: 0, a whole number near an end, else the middle.
    private double ValueIn(Variable variable, ulong cells)
    {
        (double low, double high) = variable.Cells[CellOf(cells)];
        if (variable.Fact is DateFact)
        {
            return low <= day && day <= high ? day : low > day ? low : high;
        }

        double whole = low <= 0 && high >= 0 ? 0 : low > 0 ? Math.Ceiling(low) : Math.Floor(high);
        return whole >= low && whole <= high ? whole
            : low + ((high - low) / 2) is var middle && middle >= low && middle <= high ? middle : low;
    }

    // Nobody in particular where a bucket is to be absent; else somebody whose hashes lie where they should.
    private CustomerId? CustomerOf(ulong[] chosen, bool[] matters)
    {
        int[] buckets = [.. Enumerable.Range(0, chosen.Length)
            .Where(i => matters[i] && model.Variables[i].Meaning.Kind == MeaningKind.Bucket)];
        if (buckets.Length > 0 && buckets.All(i => chosen[i] == 1))
        {
            return default(CustomerId);
        }

        for (int i = 1; i <= (buckets.Length == 0 ? 1 : CustomersMax); i++)
        {
            var customer = CustomerId.From(FormattableString.Invariant($"customer-{i}"));
            FactValues values = FactValues.From(customer, today);
            if (buckets.All(place => Lies(values.Number((NumberFact)model.Variables[place].Fact).Value, place)))
            {
                return customer;
            }
        }

        return null;

        bool Lies(double value, int place) => model.Variables[place].Cells.Index().Any(
            cell => cell.Index > 0 && (chosen[place] >> cell.Index & 1) != 0 && value >= cell.Item.Low && value <= cell.Item.High);
    }

    private Instant Clock(int on, int hour) => new ShopDays(shop.Zone).StartOf(on) + Duration.FromHours(hour);

    private CustomerHistory? HistoryOf(CustomerId customer, ulong[] chosen, int way, int scaffold)
    {
        var draft = new HistoryDraft(customer, shop, day);
        foreach (Behaviour behaviour in timelines.Behaviours.OrderBy(static b => b == Behaviour.Interaction))
        {
            if (!Place(draft, behaviour, chosen, way))
            {
                return null;
            }
        }

        PlaceSets(draft, chosen);
        Scaffold(draft, scaffold);
        PlaceMoney(draft, chosen);
        return draft.Events.Count > EventsMax ? null : CustomerHistory.From(customer, draft.Events.Concat(draft.Orders()));
    }

    // The least numbers that fulfil all bounds, each on a day of its own where there is room, or all on one: on late days or early ones.
    private bool Place(HistoryDraft draft, Behaviour behaviour, ulong[] chosen, int way)
    {
        int[] points = timelines.Points;
        Sums counting = timelines.CountsOf(behaviour, chosen);
        Sums dayCounting = timelines.DaysOf(behaviour, chosen);
        Propose(draft, behaviour, chosen, dayCounting);
        double[]? days = dayCounting.Least();
        int[] placed = new int[points.Length - 1];
        if (behaviour == Behaviour.Interaction)
        {
            for (int i = 0; i < placed.Length; i++)
            {
                placed[i] = draft.InteractionsIn(points[i], points[i + 1]);
                counting.Between(points[i], points[i + 1], placed[i], double.MaxValue);
            }
        }

        for (int i = 0; i < placed.Length; i++)
        {
            counting.Between(points[i], points[i + 1], days?[i] ?? 0, double.MaxValue);
        }

        if (days is null || counting.Least() is not { } counts || counts.Sum() > EventsMax)
        {
            return false;
        }

        Behaviour kind = behaviour != Behaviour.Interaction ? behaviour
            : InteractionKinds.FirstOrDefault(k => !timelines.Behaviours.Contains(k), Behaviour.MessageReceived);
        bool isLate = way < 2;
        bool isSpread = way % 2 == 0;
        for (int i = 0; i < counts.Length; i++)
        {
            int length = points[i + 1] - points[i];
            int count = (int)Math.Ceiling(counts[i]) - placed[i];
            int over = Math.Clamp(isSpread ? count : (int)days[i], 1, length);
            for (int n = 0; n < count; n++)
            {
                int step = Math.Min(n, over - 1);
                draft.Add(kind, isLate ? points[i + 1] - 1 - step : points[i] + step);
            }
        }

        return true;
    }

    // What is not bound to be so, but serves: an order where money is spent, one time in each of the first periods, activity on the day
    // that was the last.
    private void Propose(HistoryDraft draft, Behaviour behaviour, ulong[] chosen, Sums days)
    {
        double[]? spend = behaviour == Behaviour.Order ? timelines.SpendOf(chosen).Least() : null;
        for (int i = 0; spend is not null && i < spend.Length; i++)
        {
            days.Between(timelines.Points[i], timelines.Points[i + 1], spend[i] > 0 ? 1 : 0, double.MaxValue);
        }

        foreach ((int i, Variable variable) in model.Variables.Index())
        {
            FactMeaning meaning = variable.Meaning;
            if (chosen[i] == variable.All || variable.Bounds(chosen[i]) is not var (low, high))
            {
                continue;
            }

            if (meaning.Kind == MeaningKind.Periods && meaning.Behaviour == behaviour)
            {
                for (int n = 0; n < low; n++)
                {
                    days.Between(meaning.To + 1 - ((n + 1) * meaning.Length), meaning.To + 1 - (n * meaning.Length), 1, double.MaxValue);
                }
            }
            else if (meaning.Kind == MeaningKind.LastActive && behaviour == Behaviour.Interaction
                && !draft.OrderDays.Exists(d => d >= low && d <= high))
            {
                days.Between((int)low, (int)high + 1, 1, double.MaxValue);
            }
        }
    }

    private void PlaceSets(HistoryDraft draft, ulong[] chosen)
    {
        foreach ((int i, Variable variable) in model.Variables.Index())
        {
            bool isYes = chosen[i] != variable.All && (chosen[i] & 1) == 0;
            switch (variable.Meaning.Kind)
            {
                case MeaningKind.Tags when isYes && variable.Text is { } tag:
                    draft.Tag(tag);
                    break;
                case MeaningKind.Groups when isYes && variable.Text is { } group:
                    draft.Join(group);
                    break;
                case MeaningKind.Carriers when isYes && variable.Text is { } carrier:
                    draft.Link(SnakeNames<Carrier>.From(carrier) ?? Carrier.PersonalWeChat);
                    break;
                case MeaningKind.Nps when isYes:
                    draft.Nps = (int)variable.Cells[CellOf(chosen[i])].High;
                    break;
                case MeaningKind.Channel when isYes:
                    draft.Channel = variable.Words[CellOf(chosen[i])][0];
                    break;
                case MeaningKind.Links when isYes:
                    draft.LinksMin = (int)variable.Cells[CellOf(chosen[i])].Low;
                    break;
                case MeaningKind.Linked when isYes:
                    draft.LinksMin = chosen[i] == 4 ? Math.Max(1, draft.LinksMin) : 0;
                    draft.IsLost |= chosen[i] == 2;
                    break;
                case MeaningKind.Reachable when isYes:
                    draft.LinksMin = chosen[i] == 4 ? Math.Max(1, draft.LinksMin) : draft.LinksMin;
                    draft.IsMuted |= chosen[i] == 2;
                    break;
                default:
                    break;
            }
        }

        draft.FinishLinks();
    }

    // What lifts a relationship from rung to rung, as far as no rule counts it.
    private void Scaffold(HistoryDraft draft, int rungs)
    {
        Behaviour[] taken = timelines.Behaviours;
        bool isFree = !taken.Contains(Behaviour.Interaction);
        if (rungs > 0 && !taken.Contains(Behaviour.LinkMade))
        {
            draft.Link(Carrier.PersonalWeChat);
            draft.FinishLinks();
        }

        Behaviour[] wanted =
        [
            .. rungs > 1 && isFree ? new[] { Behaviour.MessageReceived } : [],
            .. rungs > 2 ? new[] { Behaviour.Order, Behaviour.FeedbackVolunteered } : [],
            .. rungs > 3 ? new[] { Behaviour.Order, Behaviour.RivalDeclined, Behaviour.ReferralConverted } : [],
        ];
        foreach ((int i, Behaviour behaviour) in wanted.Index())
        {
            if (!taken.Contains(behaviour) && (isFree || !Timelines.IsInteraction(behaviour)))
            {
                draft.Add(behaviour, day - i);
            }
        }
    }

    private void PlaceMoney(HistoryDraft draft, ulong[] chosen)
    {
        double units = Math.Pow(10, shop.Currency.MinorUnitDigits);
        Sums sums = timelines.SpendOf(chosen, units);
        bool isAsked = false;
        foreach ((int i, Variable variable) in model.Variables.Index())
        {
            FactMeaning meaning = variable.Meaning;
            if (variable.Bounds(chosen[i]) is var (low, high) && chosen[i] != variable.All)
            {
                isAsked |= meaning.Kind is MeaningKind.Spend;
                if (meaning.Kind == MeaningKind.AverageTicket)
                {
                    isAsked = true;
                    sums.Between(FactMeaning.FirstDay, day + 1, Math.Ceiling(low * draft.OrderDays.Count * units),
                        Math.Min(double.MaxValue, Math.Floor(high * draft.OrderDays.Count * units)));
                }
                else if (meaning.Kind == MeaningKind.Ratio && variable.Fact is NumberFact { Parts: [var part, var whole] }
                    && FactMeaning.Of(part, day) is { Kind: MeaningKind.Spend } spend
                    && FactMeaning.Of(whole, day) is { Kind: MeaningKind.Count, Behaviour: Behaviour.Order } orders)
                {
                    isAsked = true;
                    int count = draft.OrderDays.Count(d => d >= orders.From && d <= orders.To);
                    sums.Between(spend.From, spend.To + 1, Math.Ceiling(low * count * units),
                        Math.Min(double.MaxValue, Math.Floor(high * count * units)));
                }
            }
        }

        draft.Price(isAsked, sums);
    }
}
