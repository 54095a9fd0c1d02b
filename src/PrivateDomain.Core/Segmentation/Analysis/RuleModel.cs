using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>Rules turned into nodes over variables, whose cells are cut at what the rules compare with.</summary>
internal sealed class RuleModel
{
    private readonly LocalDate today;
    private readonly int day;
    private readonly SegmentSet? segments;
    private readonly Dictionary<Fact, SortedSet<double>> cuts = [];
    private readonly Dictionary<TextFact, Dictionary<string, List<int>>> words = [];
    private readonly Dictionary<(Fact Fact, string? Text), int> places = [];
    private readonly Dictionary<string, RuleNode> named = new(StringComparer.Ordinal);
    private readonly List<Variable> variables = [];
    private readonly HashSet<SegmentRule> seen = [];
    private int leaves;

    private RuleModel(LocalDate today, SegmentSet? segments)
    {
        this.today = today;
        this.segments = segments;
        day = ShopDays.NumberOf(today);
    }

    internal IReadOnlyList<Variable> Variables => variables;

    /// <summary>The rules as nodes over one list of variables; null where a fact has more cells than are looked at.</summary>
    internal static (RuleModel Model, RuleNode[] Nodes)? Of(
        LocalDate today, SegmentSet? segments, ReadOnlySpan<SegmentRule> rules)
    {
        var model = new RuleModel(today, segments);
        foreach (SegmentRule rule in rules)
        {
            model.Collect(rule);
        }

        model.CutFurther();
        var nodes = new RuleNode[rules.Length];
        for (int i = 0; i < rules.Length; i++)
        {
            nodes[i] = model.NodeOf(rules[i]);
        }

        return model.variables.Exists(static v => v.Cells.Length > Variable.CellsMax) ? null : (model, nodes);
    }

    /// <summary>The place of a fact among the variables; −1 where no rule asks for it.</summary>
    internal int PlaceOf(Fact fact) => places.TryGetValue((fact, null), out int place) ? place : -1;

    /// <summary>That a text is in a set only where the set is known.</summary>
    internal IEnumerable<RuleNode> TextsNeedTheirSet() => variables.Index().Where(static x => x.Item.Text is not null)
        .Select(x => RuleNode.AtLeast(1, [RuleNode.Leaf(x.Index, 1), IsKnown((TextSetFact)x.Item.Fact)]));

    private void Collect(SegmentRule rule)
    {
        if (!seen.Add(rule))
        {
            return;
        }

        switch (rule)
        {
            case GroupRule group:
                foreach (SegmentRule part in group.Rules)
                {
                    Collect(part);
                }

                break;
            case NotRule not:
                Collect(not.Rule);
                break;
            case ReferenceRule reference:
                Collect(RuleOf(reference));
                break;
            case NumberRule number:
                Cut(number.Fact, number.Operator is NumberOperator.AtMost or NumberOperator.GreaterThan
                    ? double.BitIncrement(number.Value) : number.Value);
                if (number.Operator is NumberOperator.Equal or NumberOperator.NotEqual or NumberOperator.Between)
                {
                    Cut(number.Fact, double.BitIncrement(number.High));
                }

                break;
            case DateRule date:
                (LocalDate? from, LocalDate? to) = date.BoundsAt(today);
                Cut(date.Fact, from is { } first ? ShopDays.NumberOf(first) : double.NegativeInfinity);
                Cut(date.Fact, to is { } last ? ShopDays.NumberOf(last) + 1 : double.NegativeInfinity);
                break;
            case TextRule text:
                Dictionary<string, List<int>> used = words.TryGetValue(text.Fact, out var known) ? known
                    : words[text.Fact] = new(StringComparer.Ordinal);
                leaves++;
                foreach (string value in text.Values)
                {
                    (used.TryGetValue(value, out List<int>? of) ? of : used[value] = []).Add(leaves);
                }

                break;
            default:
                break;
        }
    }

    private SegmentRule RuleOf(ReferenceRule reference)
    {
        int place = segments?.PlaceOf(reference.Name) ?? -1;
        return place >= 0 ? segments!.Segments[place].Rule
            : throw new InvalidOperationException(
                $"The rule refers to the segment \"{Quoted.Of(reference.Name)}\": give the set that has it.");
    }

    private void Cut(Fact fact, double at) => (cuts.TryGetValue(fact, out SortedSet<double>? set) ? set : cuts[fact] = []).Add(at);

    // Where facts of one history meet: a count at 1, a day at the ends of the windows.
    private void CutFurther()
    {
        FactMeaning[] meanings = [.. cuts.Keys.Select(fact => FactMeaning.Of(fact, day)).Where(static m => m.IsOfHistory)];
        foreach (Fact fact in cuts.Keys.ToArray())
        {
            FactMeaning own = FactMeaning.Of(fact, day);
            if (own.Kind is MeaningKind.Count or MeaningKind.DayCount or MeaningKind.Periods or MeaningKind.Links)
            {
                Cut(fact, 1);
            }

            if (own.Kind is MeaningKind.First or MeaningKind.Last)
            {
                foreach (FactMeaning other in meanings.Where(m => m.Behaviour == own.Behaviour && m.Kind < MeaningKind.First))
                {
                    Cut(fact, other.From);
                    Cut(fact, other.To + 1.0);
                }
            }
        }
    }

    private RuleNode NodeOf(SegmentRule rule) => rule switch
    {
        GroupRule group => NodeOf(group),
        NotRule not => NodeOf(not.Rule).Turned,
        ReferenceRule reference => named.TryGetValue(reference.Name, out RuleNode? known) ? known
            : named[reference.Name] = NodeOf(RuleOf(reference)),
        TextSetRule set => NodeOf(set),
        KnownRule { Fact: TextSetFact set } known => Turned(IsKnown(set), !known.Known),
        _ => Leaf(RuleReader.FactOf(rule)!, rule),
    };

    private RuleNode NodeOf(GroupRule group)
    {
        ImmutableArray<RuleNode> parts = [.. group.Rules.Select(NodeOf)];
        return group.Operator switch
        {
            GroupOperator.AllOf => RuleNode.AtLeast(parts.Length, parts),
            GroupOperator.AnyOf => RuleNode.AtLeast(1, parts),
            GroupOperator.NoneOf => RuleNode.AtLeast(1, parts).Turned,
            _ => RuleNode.AtLeast(group.Count, parts),
        };
    }

    private RuleNode NodeOf(TextSetRule set)
    {
        ImmutableArray<RuleNode> has = [.. set.Values.Select(text => RuleNode.Leaf(PlaceOf(set.Fact, text), 2))];
        RuleNode known = IsKnown(set.Fact);
        return set.Operator switch
        {
            TextSetOperator.AllOf => RuleNode.All([known, .. has]),
            TextSetOperator.AnyOf => RuleNode.All(known, RuleNode.AtLeast(1, has)),
            _ => RuleNode.All(known, RuleNode.AtLeast(1, has)).Turned,
        };
    }

    private RuleNode IsKnown(TextSetFact set) => RuleNode.Leaf(PlaceOf(set, null), 2);

    private static RuleNode Turned(RuleNode node, bool isTurned) => isTurned ? node.Turned : node;

    private RuleNode Leaf(Fact fact, SegmentRule rule)
    {
        int place = PlaceOf(fact, null);
        Variable variable = variables[place];
        ulong cells = 0;
        for (int i = 0; i < Math.Min(variable.Cells.Length, Variable.CellsMax); i++)
        {
            cells |= Holds(rule, variable, i) ? 1UL << i : 0;
        }

        variable.Leaves.TryAdd(cells, rule);
        return RuleNode.Leaf(place, cells);
    }

    // What the plain reading says of the lowest value of a cell, and so of all of them.
    private bool Holds(SegmentRule rule, Variable variable, int cell)
    {
        FactValues values = FactValues.From(default, today);
        double low = variable.Cells[cell].Low;
        double value = double.IsFinite(low) ? low : Math.Min(variable.Cells[cell].High, double.MaxValue);
        return rule.Matches(cell == 0 ? values
            : Give(values, variable, cell, double.IsFinite(value) ? value : -double.MaxValue));
    }

    /// <summary>The values with one more.</summary>
    internal static FactValues Give(FactValues values, Variable variable, int cell, double value) => variable.Fact switch
    {
        NumberFact number => values.With(number, value),
        DateFact date => values.With(date, ShopDays.DateOf((int)Math.Clamp(value, -600_000, 2_900_000))),
        YesNoFact yesNo => values.With(yesNo, value > 0),
        TextFact text => values.With(text, variable.Words[cell][0]),
        ChoiceFact choice => values.With(choice, choice.Levels[(int)value].Name),
        _ => values,
    };

    private int PlaceOf(Fact fact, string? text)
    {
        if (!places.TryGetValue((fact, text), out int place))
        {
            place = places[(fact, text)] = variables.Count;
            variables.Add(Make(fact, text));
        }

        return place;
    }

    private Variable Make(Fact fact, string? text)
    {
        FactMeaning meaning = FactMeaning.Of(fact, day);
        if (fact is TextFact of)
        {
            string[][] shown = WordsOf(of);
            return new(fact, meaning, null, [.. shown.Select(static (_, i) => ((double)i, (double)i))], shown);
        }

        (double Low, double High)[] cells = fact switch
        {
            TextSetFact or YesNoFact => text is null && fact is YesNoFact ? [default, (0, 0), (1, 1)] : [(0, 0), (1, 1)],
            ChoiceFact choice => [default, .. Enumerable.Range(0, choice.Levels.Length).Select(static i => ((double)i, (double)i))],
            _ => CellsOf(fact, meaning),
        };
        return new(fact, meaning, text, cells, [])
        {
            IsWhole = fact is not NumberFact || IsWhole(meaning.Kind),
        };
    }

    // "Absent", the texts that the same leaves name, and one that none names.
    private string[][] WordsOf(TextFact fact)
    {
        if (!words.TryGetValue(fact, out Dictionary<string, List<int>>? used))
        {
            return [[], ["another"]];
        }

        string other = "another";
        while (used.ContainsKey(other))
        {
            other += "1";
        }

        return
        [
            [], .. used.GroupBy(static x => string.Join(',', x.Value), StringComparer.Ordinal)
                .Select(static g => g.Select(static x => x.Key).ToArray()),
            [other],
        ];
    }

    private static bool IsWhole(MeaningKind kind) =>
        kind is MeaningKind.Count or MeaningKind.DayCount or MeaningKind.Gap or MeaningKind.Periods or MeaningKind.DaysSince
            or MeaningKind.Nps or MeaningKind.Links;

    private (double Low, double High)[] CellsOf(Fact fact, FactMeaning meaning)
    {
        (double least, double most) = Domain(fact, meaning);
        bool isWhole = fact is DateFact || IsWhole(meaning.Kind);
        var cells = new List<(double, double)> { default };
        double low = least;
        foreach (double cut in (cuts.TryGetValue(fact, out SortedSet<double>? set) ? set : []).Append(double.PositiveInfinity))
        {
            if (cut <= low)
            {
                continue;
            }

            double high = double.IsPositiveInfinity(cut) || cut > most ? most : double.BitDecrement(cut);
            (double from, double to) = isWhole ? (Math.Ceiling(low), Math.Floor(high)) : (low, high);
            if (from <= to)
            {
                cells.Add((from, to));
            }

            low = cut;
            if (cut > most)
            {
                break;
            }
        }

        return [.. cells];
    }

    private (double Least, double Most) Domain(Fact fact, FactMeaning meaning)
    {
        int length = Math.Max(0, meaning.To - meaning.From + 1);
        return meaning.Kind switch
        {
            MeaningKind.Count => (0, length == 0 ? 0 : int.MaxValue),
            MeaningKind.DayCount => (0, length),
            MeaningKind.Links => (0, Enum.GetValues<Carrier>().Length - 1),
            MeaningKind.Periods => (0, meaning.Most),
            MeaningKind.Gap => (1, day - FactMeaning.FirstDay),
            MeaningKind.DaysSince => (0, day - FactMeaning.FirstDay),
            MeaningKind.Cycle => (1, day - FactMeaning.FirstDay),
            MeaningKind.Nps => (0, 10),
            MeaningKind.Spend => (0, length == 0 ? 0 : double.MaxValue),
            MeaningKind.AverageTicket => (double.Epsilon, double.MaxValue),
            MeaningKind.Bucket => (0, 100),
            MeaningKind.Ratio when ((NumberFact)fact).Parts.All(IsNeverBelowZero) => (0, double.MaxValue),
            MeaningKind.First or MeaningKind.Last or MeaningKind.LastActive => (FactMeaning.FirstDay, day),
            _ when fact is DateFact => (ShopDays.NumberOf(LocalDate.MinIsoValue), ShopDays.NumberOf(LocalDate.MaxIsoValue)),
            _ => fact is NumberFact number ? (number.Least, number.Most) : (double.MinValue, double.MaxValue),
        };

        bool IsNeverBelowZero(NumberFact part) => Domain(part, FactMeaning.Of(part, day)).Least >= 0;
    }
}
