using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>A ledger at an instant (裂变台账快照): every referral, every reward, and the budget. It follows from the facts up to that
/// instant.</summary>
/// <remarks>Equality is that of the object; compare <see cref="Referrals"/>. Immutable, so safe on any thread.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class ReferralLedgerState
{
    private readonly ReferralProgramme programme;
    private readonly Dictionary<(CustomerId Referee, string Code), ReferralStanding> standings = [];
    private readonly Dictionary<CustomerId, RewardQueue> queues;
    private readonly Dictionary<(CustomerId Referee, string Code), Referral> referrals = [];

    internal ReferralLedgerState(ReferralProgramme programme, LedgerIndex index, Instant at)
    {
        this.programme = programme;
        At = at;
        foreach (ReferralStanding standing in index.Newcomers.SelectMany(newcomer => LedgerView.Standings(programme, newcomer, at)))
        {
            standings.Add((standing.Referee, standing.Code), standing);
        }

        queues = standings.Values.Where(static s => s.Invitation is not null).GroupBy(static s => s.Invitation!.Referrer)
            .ToDictionary(static g => g.Key, g => new RewardQueue(programme, g));
        foreach (ReferralStanding standing in standings.Values.OrderBy(static s => s.Referee).ThenBy(
            static s => s.Code, StringComparer.Ordinal))
        {
            referrals.Add((standing.Referee, standing.Code), Describe(standing));
        }

        Referrals = [.. referrals.Values.OrderBy(static r => r.Referee).ThenBy(static r => r.Code, StringComparer.Ordinal)];
        Due = [.. Referrals.Where(static r => r.Reward == RewardState.Due).OrderBy(static r => r.FreeAt)];
        Money nothing = Money.Zero(programme.Options.Reward.Currency);
        Committed = Referrals.Aggregate(nothing, static (sum, r) => sum + r.Committed);
        Paid = standings.Values.Aggregate(nothing, static (sum, s) => sum + s.Money.Outstanding);
        OwedBack = standings.Values.Where(static s => s.IsForfeited).Aggregate(nothing, static (sum, s) => sum + s.Money.Outstanding);
        var budget = new RewardBudget(programme.Options.Budget, Committed);
        (Overcommitted, BudgetLeft) = (budget.Overcommitted, budget.Left);
    }

    /// <summary>The instant; what happened later is not seen.</summary>
    public Instant At { get; }

    /// <summary>Every referral, void ones too, by newcomer, then by code.</summary>
    public ImmutableArray<Referral> Referrals { get; }

    /// <summary>The rewards that may be granted, the longest free first. All of them may be granted together, as far as the budget
    /// goes.</summary>
    public ImmutableArray<Referral> Due { get; }

    /// <summary>Granted and not withdrawn, and paid and not recovered (已占用预算).</summary>
    public Money Committed { get; }

    /// <summary>Paid and not recovered.</summary>
    public Money Paid { get; }

    /// <summary>Paid, not recovered, and not earned any more (待追回金额).</summary>
    public Money OwedBack { get; }

    /// <summary>The budget less what is committed; 0 when more than the budget is committed.</summary>
    public Money BudgetLeft { get; }

    /// <summary>By how much more than the budget is committed, which merged facts can bring about; 0 when it is not (超出预算).</summary>
    public Money Overcommitted { get; }

    /// <summary>The referral that stands for a newcomer: by the code that brought them, or while they have not joined by the first that
    /// lives; else null.</summary>
    /// <param name="referee">The newcomer.</param>
    public Referral? Find(CustomerId referee) =>
        Referrals.FirstOrDefault(r => r.Referee == referee && standings[(r.Referee, r.Code)].IsStanding);

    /// <summary>The referral of a newcomer by one code, or null.</summary>
    /// <param name="referee">The newcomer.</param>
    /// <param name="code">The text of the code.</param>
    public Referral? Find(CustomerId referee, string code) => referrals.GetValueOrDefault((referee, Guard.Against.Null(code)));

    /// <summary>How many rewards a referrer has: granted or paid, neither withdrawn nor taken back.</summary>
    /// <param name="referrer">The referrer.</param>
    public int RewardsOf(CustomerId referrer) => queues.GetValueOrDefault(referrer)?.HadCount ?? 0;

    /// <summary>When a referrer's last invitation was taken up; null: none was.</summary>
    /// <param name="referrer">The referrer.</param>
    public Instant? LastReferralAt(CustomerId referrer) =>
        Referrals.Where(r => r.Referrer == referrer).Max(static r => r.OpenedAt);

    private ImmutableArray<Reason> BeforeGranting(ReferralStanding referral) =>
        queues[referral.Invitation!.Referrer].BeforeGranting(referral);

    private Referral Describe(ReferralStanding standing)
    {
        (RewardState reward, ImmutableArray<Reason> reasons) = Reward(standing);
        return new Referral(
            standing.Invitation?.Referrer, standing.Referee, standing.Code, standing.Invitation?.Opened.At, standing.State, reward,
            standing.Committed,
            standing.FreeAt, standing.Reasons, reasons);
    }

    private (RewardState Reward, ImmutableArray<Reason> Reasons) Reward(ReferralStanding standing)
    {
        if (standing.Money.PaidAt is not null)
        {
            return (standing.Money.IsBack ? RewardState.TakenBack : standing.IsForfeited ? RewardState.OwedBack : RewardState.Paid, []);
        }

        if (standing.Money.GrantedAt is not null)
        {
            return (standing.IsForfeited ? RewardState.Withdrawn : RewardState.Granted, []);
        }

        if (!standing.Counts)
        {
            bool isInSight = standing.FreeAt is not null && !standing.IsForfeited;
            return (isInSight ? RewardState.Held : RewardState.None, standing.BeforeCounting);
        }

        ImmutableArray<Reason> before = BeforeGranting(standing);
        return (before.IsEmpty ? RewardState.Due : RewardState.Held, before);
    }
}
