using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

public static partial class Facts
{
    /// <summary>The greatest number of periods of <see cref="Periods"/>.</summary>
    public const int PeriodsMax = 1_000;

    /// <summary>How often something was done in a window: <c>count(order)</c>, <c>count(order, 90d)</c>, <c>count(order, older 90d)</c>,
    /// <c>count(order, 2024-01-01..2024-03-31)</c> (次数). Nothing done is 0; absent where folded history cannot tell.</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="window">When; by default ever. A rolling window is refused: rules count in days.</param>
    /// <exception cref="ArgumentException">The window is a rolling one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined.</exception>
    public static NumberFact Count(Behaviour behaviour, TimeWindow window = default) =>
        window == default && Behaviours.Check(behaviour) is Behaviour.Order or Behaviour.Interaction
            ? behaviour == Behaviour.Order ? Orders : Interactions
            : InWindow("count", behaviour, window, new("{0}", "{0}次数"), values => values.CountOf(behaviour, window));

    /// <summary>On how many days something was done in a window: <c>days(order, 90d)</c> (天数). Nothing done is 0; absent where folded
    /// history cannot tell.</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="window">When; by default ever. A rolling window is refused: rules count in days.</param>
    /// <exception cref="ArgumentException">The window is a rolling one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined.</exception>
    public static NumberFact Days(Behaviour behaviour, TimeWindow window = default) =>
        window == default && Behaviours.Check(behaviour) == Behaviour.Order
            ? PurchaseDays
            : InWindow("days", behaviour, window, new("days with {0}", "{0}天数"), values => values.DaysOf(behaviour, window));

    /// <summary>The longest pause in days between two days on which something was done, the later of them in a window: <c>gap(order,
    /// 30d)</c> (间隔天数). Absent when no
    /// pause ends in the window, or where folded history cannot tell.</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="window">When the pause ended; by default ever. A rolling window is refused: rules count in days.</param>
    /// <exception cref="ArgumentException">The window is a rolling one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined.</exception>
    public static NumberFact Gap(Behaviour behaviour, TimeWindow window = default) =>
        InWindow("gap", behaviour, window, new("longest pause between {0}", "{0}最长间隔天数"), values => values.GapOf(behaviour, window));

    /// <summary>What orders in a window brought, in the shop's currency: <c>spend(90d)</c> (窗口消费额).</summary>
    /// <param name="window">When; by default ever. A rolling window is refused: rules count in days.</param>
    /// <exception cref="ArgumentException">The window is a rolling one.</exception>
    public static NumberFact SpendIn(TimeWindow window = default)
    {
        if (window == default)
        {
            return Spend;
        }

        (string text, Bilingual words) = FactReference.Write(window);
        return new(
            $"spend({text})", new($"spend {words.English}", $"{words.Chinese}消费额"),
            values => values.Facts is { } facts ? (double)facts.SpendIn(window).Amount : double.NaN);
    }

    /// <summary>In how many of the last periods something was done: <c>periods(order, 30d, 6)</c> (活跃周期数). The first period are the last
    /// days, today included;
    /// nothing done is 0; absent where folded history cannot tell.</summary>
    /// <param name="behaviour">What.</param>
    /// <param name="days">How long a period is: 1 or more.</param>
    /// <param name="periods">How many periods: 1 to <see cref="PeriodsMax"/>; together at most <see cref="TimeWindow.DaysMax"/>
    /// days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined, or a number is out of range.</exception>
    public static NumberFact Periods(Behaviour behaviour, int days, int periods)
    {
        Behaviours.Check(behaviour);
        Guard.Against.OutOfRange(periods, nameof(periods), 1, PeriodsMax);
        Guard.Against.OutOfRange(days, nameof(days), 1, TimeWindow.DaysMax / periods);
        Bilingual what = Behaviours.NameOf(behaviour);
        return new(
            FormattableString.Invariant($"periods({SnakeNames<Behaviour>.Of(behaviour)}, {days}d, {periods})"),
            new(
                FormattableString.Invariant($"periods with {what.English}, of the last {periods} of {days} days"),
                FormattableString.Invariant($"最近 {periods} 个 {days} 天周期中有{what.Chinese}的周期数")),
            values => values.PeriodsOf(behaviour, days, periods));
    }

    /// <summary>The day on which something was first done: <c>first(order)</c> (首次日期). Absent when never.</summary>
    /// <param name="behaviour">What.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined.</exception>
    public static DateFact First(Behaviour behaviour)
    {
        Bilingual what = Behaviours.NameOf(Behaviours.Check(behaviour));
        return behaviour == Behaviour.Order
            ? FirstOrder
            : new(
                $"first({SnakeNames<Behaviour>.Of(behaviour)})", new($"first of {what.English}", $"首次{what.Chinese}日期"),
                values => values.EndOf(behaviour, last: false));
    }

    /// <summary>The day on which something was last done: <c>last(order)</c> (最近日期). Absent when never.</summary>
    /// <param name="behaviour">What.</param>
    /// <exception cref="ArgumentOutOfRangeException">The behaviour is not defined.</exception>
    public static DateFact Last(Behaviour behaviour)
    {
        Bilingual what = Behaviours.NameOf(Behaviours.Check(behaviour));
        return behaviour switch
        {
            Behaviour.Order => LastOrder,
            Behaviour.Interaction => LastInteraction,
            _ => new(
                $"last({SnakeNames<Behaviour>.Of(behaviour)})", new($"last of {what.English}", $"最近{what.Chinese}日期"),
                values => values.EndOf(behaviour, last: true)),
        };
    }

    /// <summary>One number measured by another: <c>ratio(spend, orders)</c> (比值). Absent when either is, when the second is 0, or when the
    /// quotient is not finite.</summary>
    /// <param name="numerator">The number to measure; no ratio.</param>
    /// <param name="denominator">What it is measured by; no ratio.</param>
    /// <exception cref="ArgumentNullException">A fact is null.</exception>
    /// <exception cref="ArgumentException">A fact is a ratio itself.</exception>
    public static NumberFact Ratio(NumberFact numerator, NumberFact denominator)
    {
        Plain(numerator, nameof(numerator));
        Plain(denominator, nameof(denominator));
        return new(
            $"ratio({numerator.Name}, {denominator.Name})",
            new($"{numerator.Label.English} ÷ {denominator.Label.English}", $"{numerator.Label.Chinese} ÷ {denominator.Label.Chinese}"),
            values => values.RatioOf(numerator, denominator));

        static void Plain(NumberFact fact, string name)
        {
            if (Guard.Against.Null(fact, name).Name.StartsWith("ratio(", StringComparison.Ordinal))
            {
                throw new ArgumentException($"A ratio is not made of ratios, but one of its facts was \"{fact}\".", name);
            }
        }
    }

    /// <summary>
    /// A number from 0 to 100 that is the same for a customer whenever asked, and evenly spread over customers: <c>bucket("summer")</c>
    /// (分流桶). For hold-out groups and
    /// tests; see <see cref="NumberFact.InShare"/>. The recipe is that of the targeting filter of Microsoft.FeatureManagement, so a flag's
    /// 10 % and a segment's
    /// 10 % can be the same people.
    /// </summary>
    /// <param name="salt">What makes this split independent of others: 1 to 128 characters, no control characters, no white space at its
    /// ends.</param>
    /// <exception cref="ArgumentException">The salt has another form.</exception>
    public static NumberFact Bucket(string salt)
    {
        IdentifierText.Check(salt);
        string quoted = FactReference.Quote(salt);
        return new($"bucket({quoted})", new($"bucket {quoted}", $"分流桶 {quoted}"), values => values.BucketOf(salt));
    }

    private static NumberFact InWindow(string function, Behaviour behaviour, TimeWindow window, Bilingual label, Func<FactValues,
        double> read)
    {
        Bilingual what = Behaviours.NameOf(Behaviours.Check(behaviour));
        string name = SnakeNames<Behaviour>.Of(behaviour);
        string english = label.English.Replace("{0}", what.English, StringComparison.Ordinal);
        string chinese = label.Chinese.Replace("{0}", what.Chinese, StringComparison.Ordinal);
        if (window == default)
        {
            return new($"{function}({name})", new(english, chinese), read);
        }

        (string text, Bilingual words) = FactReference.Write(window);
        return new($"{function}({name}, {text})", new($"{english} {words.English}", words.Chinese + chinese), read);
    }
}
