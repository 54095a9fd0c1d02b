using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

/// <summary>Makes the facts of behaviour over time: their names, labels and readers, and how far back each of them looks.</summary>
internal static class BehaviourFact
{
    /// <summary>A fact that takes a behaviour and a window.</summary>
    /// <param name="function">Its function in references.</param>
    /// <param name="behaviour">What.</param>
    /// <param name="window">When.</param>
    /// <param name="label">What people call it, with {0} for the behaviour.</param>
    /// <param name="read">Reads it.</param>
    internal static NumberFact InWindow(
        string function, Behaviour behaviour, TimeWindow window, Bilingual label,
        Func<CustomerFacts, Behaviour, TimeWindow, FactReading<double>> read)
    {
        Bilingual what = Behaviours.NameOf(Behaviours.Check(behaviour));
        string name = SnakeNames<Behaviour>.Of(behaviour);
        string english = label.English.Replace("{0}", what.English, StringComparison.Ordinal);
        string chinese = label.Chinese.Replace("{0}", what.Chinese, StringComparison.Ordinal);
        FactReading<double> Read(FactValues values) => values.Facts is { } facts ? read(facts, behaviour, window) : default;
        LocalDate? From(LocalDate today) => EventsFrom(today, behaviour, window, daysMatter: function is not "count");
        if (window == default)
        {
            return new($"{function}({name})", new(english, chinese), Read, From);
        }

        (string text, Bilingual words) = FactNotation.Write(window);
        return new($"{function}({name}, {text})", new($"{english} {words.English}", words.Chinese + chinese), Read, From);
    }

    internal static NumberFact SpendIn(TimeWindow window)
    {
        (string text, Bilingual words) = FactNotation.Write(window);
        return new(
            $"spend({text})", new($"spend {words.English}", $"{words.Chinese}消费额"),
            values => values.Facts is { } facts ? FactReading<double>.Of((double)facts.SpendIn(window).Amount) : default);
    }

    internal static NumberFact Periods(Behaviour behaviour, int days, int periods)
    {
        Bilingual what = Behaviours.NameOf(Behaviours.Check(behaviour));
        Guard.Against.OutOfRange(periods, nameof(periods), 1, Facts.PeriodsMax);
        Guard.Against.OutOfRange(days, nameof(days), 1, TimeWindow.DaysMax / periods);
        return new(
            FormattableString.Invariant($"periods({SnakeNames<Behaviour>.Of(behaviour)}, {days}d, {periods})"),
            new(
                FormattableString.Invariant($"periods with {what.English}, of the last {periods} of {days} days"),
                FormattableString.Invariant($"最近 {periods} 个 {days} 天周期中有{what.Chinese}的周期数")),
            values => values.Facts is { } facts ? BehaviourReading.PeriodsOf(facts, behaviour, days, periods) : default,
            today => EventsFrom(today, behaviour, TimeWindow.LastDays(days * periods), daysMatter: true));
    }

    internal static DateFact First(Behaviour behaviour) => End("first", "first of {0}", "首次{0}日期", behaviour, last: false);

    internal static DateFact Last(Behaviour behaviour) => End("last", "last of {0}", "最近{0}日期", behaviour, last: true);

    private static DateFact End(string function, string english, string chinese, Behaviour behaviour, bool last)
    {
        Bilingual what = Behaviours.NameOf(behaviour);
        return new(
            $"{function}({SnakeNames<Behaviour>.Of(behaviour)})",
            new(
                english.Replace("{0}", what.English, StringComparison.Ordinal),
                    chinese.Replace("{0}", what.Chinese, StringComparison.Ordinal)),
            values => values.Facts is { } facts ? BehaviourReading.EndOf(facts, behaviour, last) : default);
    }

    // Totals tell how many there were, and when the first and the last were, wherever a window does not cut through them. So a count needs
    // events from the later end of the past on that the window begins or ends at; days and pauses need those of the window, and "ever" and
    // "older than" need all. Null where totals are enough.
    private static LocalDate? EventsFrom(LocalDate today, Behaviour behaviour, TimeWindow window, bool daysMatter)
    {
        if (!Folds(behaviour))
        {
            return null;
        }

        (TimeWindow.Shape shape, int days, LocalDate first, _) = window.Parts;
        return shape switch
        {
            TimeWindow.Shape.LastDays => today.PlusDays(1 - days),
            TimeWindow.Shape.Between => first,
            TimeWindow.Shape.MoreThanDaysAgo when !daysMatter => today.PlusDays(-days),
            _ => daysMatter ? DateRule.FirstDay : null,
        };
    }

    private static bool Folds(Behaviour behaviour) =>
        behaviour != Behaviour.Order && Checkpoint.Folds(Behaviours.KindsOf(behaviour).Last);
}
