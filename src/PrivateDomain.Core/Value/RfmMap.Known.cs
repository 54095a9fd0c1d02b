namespace PrivateDomain.Core.Value;

public sealed partial class RfmMap
{
    /// <summary>The ten names that e-mail and shop tools use for five scores of recency and frequency, champions (冠军客户) first; money is not
    /// looked at.</summary>
    /// <remarks>The division is the one common in tutorials and tools, without one author; the Chinese names are ours.</remarks>
    public static RfmMap TenCells { get; } = Create(
        5,
        [
            TenCell("champions", "Champions", "冠军客户", (5, 5), (4, 5)),
            TenCell("loyal_customers", "Loyal customers", "忠诚客户", (3, 4), (4, 5)),
            TenCell("potential_loyalists", "Potential loyalists", "潜在忠诚客户", (4, 5), (2, 3)),
            TenCell("new_customers", "New customers", "新客户", (5, 5), (1, 1)),
            TenCell("promising", "Promising", "有希望的客户", (4, 4), (1, 1)),
            TenCell("need_attention", "Need attention", "需要关注的客户", (3, 3), (3, 3)),
            TenCell("about_to_sleep", "About to sleep", "即将沉睡的客户", (3, 3), (1, 2)),
            TenCell("cannot_lose", "Cannot lose them", "不能失去的客户", (1, 2), (5, 5)),
            TenCell("at_risk", "At risk", "有流失风险的客户", (1, 2), (3, 4)),
            TenCell("hibernating", "Hibernating", "沉睡客户", (1, 2), (1, 2)),
        ]);

    /// <summary>The eight kinds of customers usual in Chinese textbooks and merchant systems (客户八分类): each measure high or low, important
    /// (重要) when money is high.</summary>
    /// <param name="bins">How many scores, from 2 to <see cref="RfmPolicy.BinsMax"/>.</param>
    /// <param name="highFrom">From which score on a measure is high, from 2 to <paramref name="bins"/>; null is what is above the middle: 4
    /// of 5, 3 of 4. That is a choice of this library.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static RfmMap EightCells(int bins = 5, int? highFrom = null)
    {
        Guard.Against.OutOfRange(bins, nameof(bins), 2, RfmPolicy.BinsMax);
        int from = Guard.Against.OutOfRange(highFrom ?? ((bins + 1) / 2) + 1, nameof(highFrom), 2, bins);
        (ScoreRange high, ScoreRange low) = (ScoreRange.Of(from, bins), ScoreRange.Of(1, from - 1));
        return Create(
            bins,
            [
                RfmCell.Create("important_value", new Bilingual("Important, of value", "重要价值客户"), high, high, high),
                RfmCell.Create("important_keep", new Bilingual("Important, to keep", "重要保持客户"), low, high, high),
                RfmCell.Create("important_develop", new Bilingual("Important, to develop", "重要发展客户"), high, low, high),
                RfmCell.Create("important_win_back", new Bilingual("Important, to win back", "重要挽留客户"), low, low, high),
                RfmCell.Create("general_value", new Bilingual("General, of value", "一般价值客户"), high, high, low),
                RfmCell.Create("general_keep", new Bilingual("General, to keep", "一般保持客户"), low, high, low),
                RfmCell.Create("general_develop", new Bilingual("General, to develop", "一般发展客户"), high, low, low),
                RfmCell.Create("general_win_back", new Bilingual("General, to win back", "一般挽留客户"), low, low, low),
            ]);
    }

    /// <summary>Tiers by money alone (价值分层): the best score is high, the lower half low, the rest middle. The division is ours.</summary>
    /// <param name="bins">How many scores, from 2 to <see cref="RfmPolicy.BinsMax"/>; of two there is no middle.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of range.</exception>
    public static RfmMap ValueTiers(int bins = 5)
    {
        int low = Guard.Against.OutOfRange(bins, nameof(bins), 2, RfmPolicy.BinsMax) / 2;
        List<RfmCell> tiers =
        [
            RfmCell.Create("high_value", new Bilingual("High value", "高价值"), monetary: ScoreRange.Of(bins, bins)),
            RfmCell.Create("low_value", new Bilingual("Low value", "低价值"), monetary: ScoreRange.Of(1, low)),
        ];
        if (low + 1 < bins)
        {
            ScoreRange between = ScoreRange.Of(low + 1, bins - 1);
            tiers.Insert(1, RfmCell.Create("middle_value", new Bilingual("Middle value", "中价值"), monetary: between));
        }

        return Create(bins, tiers);
    }

    private static RfmCell TenCell(string name, string english, string chinese, (int From, int To) recency, (int From, int To) frequency) =>
        RfmCell.Create(
            name, new Bilingual(english, chinese), ScoreRange.Of(recency.From, recency.To), ScoreRange.Of(frequency.From, frequency.To));
}
