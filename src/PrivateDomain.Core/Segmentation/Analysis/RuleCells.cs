using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>Writes cells as a rule again, so that a sentence can say whom they hold.</summary>
internal static class RuleCells
{
    internal static SegmentRule RuleOf(RuleModel model, ulong[] cells)
    {
        var parts = new List<SegmentRule>();
        for (int i = 0; i < cells.Length; i++)
        {
            Variable variable = model.Variables[i];
            if (cells[i] != variable.All && !(cells[i] == 2 && IsTold(model, cells, variable)))
            {
                SegmentRule part = RuleOf(variable, cells[i]);
                parts.AddRange(part is GroupRule { Operator: GroupOperator.AllOf } group ? group.Rules : [part]);
            }
        }

        return parts is [var one] ? one : SegmentRule.AllOf([.. parts]);
    }

    // That a set is known needs no word where a text in it is told.
    private static bool IsTold(RuleModel model, ulong[] cells, Variable variable) => variable is { Fact: TextSetFact, Text: null }
        && cells.Index().Any(x => x.Item == 2 && model.Variables[x.Index].Text is not null
            && model.Variables[x.Index].Fact.Equals(variable.Fact));

    private static SegmentRule RuleOf(Variable variable, ulong left)
    {
        if (variable.Leaves.TryGetValue(left, out SegmentRule? leaf))
        {
            return leaf;
        }

        if (variable.Fact is TextSetFact set)
        {
            return variable.Text is not { } text ? left == 2 ? set.IsKnown() : set.IsUnknown()
                : left == 2 ? set.AnyOf(text)
                : set.NoneOf(text);
        }

        if (variable.Leaves.TryGetValue(variable.All & ~left, out SegmentRule? other))
        {
            return SegmentRule.Not(other);
        }

        List<SegmentRule> runs = (left & ~1UL) == (variable.All & ~1UL) ? [variable.Fact.IsKnown()] : Runs(variable, left);
        if ((left & 1) != 0)
        {
            runs.Add(variable.Fact.IsUnknown());
        }

        return runs is [var one] ? one : SegmentRule.AnyOf([.. runs]);
    }

    private static List<SegmentRule> Runs(Variable variable, ulong left)
    {
        var runs = new List<SegmentRule>();
        int last = variable.Cells.Length - 1;
        for (int first = 1; first <= last; first++)
        {
            int end = first;
            while (end <= last && (left >> end & 1) != 0)
            {
                end++;
            }

            if (end > first)
            {
                runs.Add(Run(variable, first, end - 1, isOpen: end > last));
                first = end;
            }
        }

        return runs;
    }

    private static SegmentRule Run(Variable variable, int first, int last, bool isOpen)
    {
        (double low, double high) = (variable.Cells[first].Low, variable.Cells[last].High);
        switch (variable.Fact)
        {
            case NumberFact number:
                return low == high ? number.EqualTo(low)
                    : isOpen ? number.AtLeast(low)
                    : first == 1 ? variable.IsWhole ? number.AtMost(high) : number.LessThan(double.BitIncrement(high))
                    : variable.IsWhole ? number.Between(low, high)
                    : SegmentRule.AllOf(number.AtLeast(low), number.LessThan(double.BitIncrement(high)));
            case DateFact date:
                LocalDate from = ShopDays.DateOf((int)low);
                LocalDate to = ShopDays.DateOf((int)high);
                return low == high ? date.On(from)
                    : isOpen ? date.OnOrAfter(from) : first == 1 ? date.OnOrBefore(to) : date.Between(from, to);
            case YesNoFact yesNo:
                return low > 0 ? yesNo.IsYes() : yesNo.IsNo();
            case ChoiceFact choice:
                return choice.AnyOf([.. choice.Levels.Skip((int)low).Take(last - first + 1).Select(static level => level.Name)]);
            default:
                return TextRun((TextFact)variable.Fact, variable, first, last, isOpen);
        }
    }

    private static SegmentRule TextRun(TextFact fact, Variable variable, int first, int last, bool isOpen) => isOpen
        ? SegmentRule.AllOf(fact.IsKnown(), fact.NoneOf([.. variable.Words[1..first].SelectMany(static words => words)]))
        : fact.AnyOf([.. variable.Words[first..(last + 1)].SelectMany(static words => words)]);
}
