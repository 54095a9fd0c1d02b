using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Ledger;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Rules;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Replay;

/// <summary>The past of a shop under two rules (规则回放): who stands elsewhere, which touches would not have been sent, which rewards
/// would have been due. Before a shop changes a rule, it sees whom the change touches.</summary>
/// <remarks>Immutable, so any number of threads may use it. Two are equal only when they are the same object.</remarks>
/// <example>
/// <code>
/// var question = new ReplayQuestion { AsOf = now, TouchesFrom = now - Duration.FromDays(180) };
/// RulesReplay replay = RulesReplay.Of(rules, stricter, histories, question);
/// Show(replay.Stages, replay.Touches.Refused, replay.Touches.Purchase, replay.Touches.Warning);
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class RulesReplay
{
    private const int FollowDaysMax = 365;

    private RulesReplay(
        int customers, ImmutableArray<ReplayShift> stages, ImmutableArray<ReplayShift> segments, TouchReplay touches,
        ImmutableArray<Referral> dueBefore, ImmutableArray<Referral> dueAfter) =>
        (Customers, Stages, Segments, Touches, DueOnlyBefore, DueOnlyAfter) = (customers, stages, segments, touches, dueBefore, dueAfter);

    /// <summary>How many customers were looked at.</summary>
    public int Customers { get; }

    /// <summary>Who stands on another stage, by the stages.</summary>
    public ImmutableArray<ReplayShift> Stages { get; }

    /// <summary>Who is in a segment under one of the rules only; a segment that only one of them has is empty under the other.</summary>
    public ImmutableArray<ReplayShift> Segments { get; }

    /// <summary>The touches that were sent.</summary>
    public TouchReplay Touches { get; }

    /// <summary>The rewards that are due under the programme until now, and not under the other.</summary>
    public ImmutableArray<Referral> DueOnlyBefore { get; }

    /// <summary>The rewards that are due under the other programme, and not under the one until now.</summary>
    public ImmutableArray<Referral> DueOnlyAfter { get; }

    /// <summary>Replays a past under two rules.</summary>
    /// <param name="before">The rules until now.</param>
    /// <param name="after">The other rules.</param>
    /// <param name="histories">The histories, each customer once.</param>
    /// <param name="question">Which past.</param>
    /// <exception cref="ArgumentNullException">An argument or a history is null.</exception>
    /// <exception cref="ArgumentException">Referral facts do not belong to a programme.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant or the days are out of range, or the carrier or the confidence is not
    /// defined.</exception>
    public static RulesReplay Of(ShopRules before, ShopRules after, IEnumerable<CustomerHistory> histories, ReplayQuestion question)
    {
        Guard.Against.Null(before);
        Guard.Against.Null(after);
        Guard.Against.Null(histories);
        Guard.Against.Null(question);
        CustomerEvent.CheckInstant(question.AsOf);
        CustomerEvent.CheckInstant(question.TouchesFrom);
        Guard.Against.OutOfRange(question.FollowDays, nameof(question), 1, FollowDaysMax);
        var stages = new SortedDictionary<(RelationshipStage From, RelationshipStage To), List<CustomerId>>();
        var segments = new SortedDictionary<(string Segment, bool Enters), List<CustomerId>>();
        var touches = new TouchTally(after, question);
        int customers = 0;
        foreach (CustomerHistory history in histories)
        {
            CustomerFacts until = Guard.Against.Null(history, nameof(histories)).FactsAt(question.AsOf, before.Shop);
            CustomerFacts other = history.FactsAt(question.AsOf, after.Shop);
            customers++;
            if (StageUnder(before, until) is { } old && StageUnder(after, other) is { } @new && old != @new)
            {
                Add(stages, (old, @new), history.Customer);
            }

            HashSet<string> was = In(before, until, question);
            HashSet<string> @is = In(after, other, question);
            foreach (string segment in was.Union(@is, StringComparer.Ordinal).Where(name => was.Contains(name) != @is.Contains(name)))
            {
                Add(segments, (segment, @is.Contains(segment)), history.Customer);
            }

            touches.Add(history);
        }

        (ImmutableArray<Referral> onlyBefore, ImmutableArray<Referral> onlyAfter) = Rewards(question);
        return new(
            customers,
            [.. stages.Select(static x => new ReplayShift("", x.Key.From.Name(), x.Key.To.Name(), [.. x.Value.Order()]))],
            [.. segments.Select(static x => new ReplayShift(x.Key.Segment, Word(!x.Key.Enters), Word(x.Key.Enters), [.. x.Value.Order()]))],
            touches.ToReplay(), onlyBefore, onlyAfter);
    }

    private static Bilingual Word(bool isIn) => isIn ? new("in it", "在分群中") : new("not in it", "不在分群中");

    private static void Add<TKey>(SortedDictionary<TKey, List<CustomerId>> all, TKey key, CustomerId customer)
        where TKey : notnull
    {
        if (!all.TryGetValue(key, out List<CustomerId>? customers))
        {
            all.Add(key, customers = []);
        }

        customers.Add(customer);
    }

    private static RelationshipStage? StageUnder(ShopRules rules, CustomerFacts facts) =>
        rules.Ladder.Assess(RelationshipFacts.From(facts)).Stage;

    private static HashSet<string> In(ShopRules rules, CustomerFacts facts, ReplayQuestion question)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (rules.Segments is not { } set)
        {
            return found;
        }

        RelationshipFacts evidence = RelationshipFacts.From(facts);
        FactValues values = FactValues.From(facts).With(rules.Ladder.Assess(evidence)).With(rules.Trust.Assess(evidence));
        values = question.OwnFacts?.Invoke(values) ?? values;
        var reader = new RuleReader(values, set);
        foreach (Segment segment in set.Segments)
        {
            Truth truth = reader.Read(segment.Rule);
            if (truth == Truth.Yes)
            {
                found.Add(segment.Name);
            }

            if (set.IsExclusive && truth != Truth.No)
            {
                break;
            }
        }

        return found;
    }

    private static (ImmutableArray<Referral> OnlyBefore, ImmutableArray<Referral> OnlyAfter) Rewards(ReplayQuestion question)
    {
        if (question.ProgrammeBefore is not { } before || question.ProgrammeAfter is not { } after)
        {
            return ([], []);
        }

        ImmutableArray<Referral> old = ReferralLedger.From(before, question.ReferralFacts).StateAt(question.AsOf).Due;
        ImmutableArray<Referral> @new = ReferralLedger.From(after, question.ReferralFacts).StateAt(question.AsOf).Due;
        return ([.. old.Where(r => !Has(@new, r))], [.. @new.Where(r => !Has(old, r))]);

        static bool Has(ImmutableArray<Referral> all, Referral one) =>
            all.Any(r => r.Referee == one.Referee && string.Equals(r.Code, one.Code, StringComparison.Ordinal));
    }
}
