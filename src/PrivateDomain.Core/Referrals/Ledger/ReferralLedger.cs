using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Referrals.Ledger;

/// <summary>All that happened in a referral programme (裂变台账): a set of facts. What counts, what is due and what is left of the budget
/// follow from it.</summary>
/// <remarks>
/// <para>Facts may be told in any order, any number of times, on any machine; ledgers merge by union (associative, commutative,
/// idempotent).
/// Only granting needs one writer for a budget: ask <see cref="Decide"/>, and tell the grant when the answer is yes. If merged facts hold
/// more than
/// the budget, all stay, the ledger says by how much, and no further grant is given.</para>
/// <para>The first question costs O(n) in the facts. After it, adding a fact costs O(log n), unless it is earlier than an invitation that
/// it may change. A decision looks at one newcomer, at the referrals of one referrer and, for the budget, at the newcomers of whom a reward
/// was told; a state looks at each newcomer.</para>
/// <para>Equality is that of the programme and the facts. Immutable, so safe on any thread. <c>JsonSerializer</c> writes a ledger and reads
/// it again.</para>
/// </remarks>
/// <example>
/// <code>
/// ReferralLedger ledger = ReferralLedger.From(programme, [opened, joined, bought]);
/// ReferralLedgerState now = ledger.StateAt(at);
/// foreach (Referral referral in now.Due)
/// {
///     var grant = ReferralFact.Granted(CustomerEventId.From("grant-" + referral.Referee), at, referral.Referee, referral.Code,
///         programme.Options.Reward);
///     ledger = ledger.Decide(grant).IsAllowed ? ledger.Add(grant) : ledger;
/// }
/// </code>
/// </example>
[JsonConverter(typeof(ReferralLedgerJsonConverter))]
public sealed class ReferralLedger : IEquatable<ReferralLedger>
{
    private readonly Lazy<LedgerIndex> index;

    private ReferralLedger(ReferralProgramme programme, ImmutableSortedSet<ReferralFact> facts, LedgerIndex? grown = null)
    {
        Programme = programme;
        Facts = facts;
        index = grown is null ? new Lazy<LedgerIndex>(() => new LedgerIndex(Programme, Standing())) : new Lazy<LedgerIndex>(grown);
    }

    /// <summary>The programme.</summary>
    public ReferralProgramme Programme { get; }

    /// <summary>All facts, by id; contradicting ones too.</summary>
    public ImmutableSortedSet<ReferralFact> Facts { get; }

    /// <summary>The ids under which different facts were told, one reason each. The first of them in the order of facts counts, on every
    /// machine the same.</summary>
    public ImmutableArray<Reason> Conflicts =>
    [
        .. Facts.Zip(Facts.Skip(1)).Where(static pair => pair.First.Id == pair.Second.Id).Select(static pair => pair.First.Id).Distinct()
            .Select(static id => ReferralReasons.FactDiffers.With(id.Text)),
    ];

    /// <summary>A ledger of facts.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="facts">The facts, in any order, any number of times; none by default.</param>
    /// <exception cref="ArgumentNullException">The programme or a fact is null.</exception>
    /// <exception cref="ArgumentException">An amount is not in the currency of the programme's reward.</exception>
    public static ReferralLedger From(ReferralProgramme programme, params IEnumerable<ReferralFact> facts) =>
        new ReferralLedger(Guard.Against.Null(programme), []).Add(facts);

    /// <summary>The ledger with one more fact; this one when the fact is there already.</summary>
    /// <param name="fact">The fact.</param>
    /// <exception cref="ArgumentNullException">There is no fact.</exception>
    /// <exception cref="ArgumentException">The amount is not in the currency of the programme's reward.</exception>
    public ReferralLedger Add(ReferralFact fact)
    {
        ImmutableSortedSet<ReferralFact> facts = Facts.Add(Checked(fact));

        // What was worked out grows with it, unless the fact contradicts another or changes what came before it.
        return facts.Count == Facts.Count ? this
            : new ReferralLedger(Programme, facts, index.IsValueCreated && !Contains(fact.Id) ? index.Value.With(fact) : null);
    }

    /// <summary>The ledger with more facts; this one when all are there already.</summary>
    /// <param name="facts">The facts.</param>
    /// <exception cref="ArgumentNullException">There are no facts, or one is null.</exception>
    /// <exception cref="ArgumentException">An amount is not in the currency of the programme's reward.</exception>
    public ReferralLedger Add(IEnumerable<ReferralFact> facts) => With(Facts.Union(Guard.Against.Null(facts).Select(Checked)));

    /// <summary>The union of two ledgers of one programme.</summary>
    /// <param name="other">The other one.</param>
    /// <exception cref="ArgumentNullException">There is no other one.</exception>
    /// <exception cref="ArgumentException">It is of another programme.</exception>
    public ReferralLedger Merge(ReferralLedger other)
    {
        Guard.Against.Null(other);
        return other.Programme == Programme
            ? With(Facts.Union(other.Facts))
            : throw new ArgumentException(
                $"The ledger is of \"{Programme.Options.Name}\"; "
                    + $"the other one is of \"{other.Programme.Options.Name}\" or with other figures.",
                nameof(other));
    }

    /// <summary>Whether a fact with this id was told.</summary>
    /// <param name="id">The id.</param>
    public bool Contains(CustomerEventId id) => FirstWith(id) is not null;

    /// <summary>The ledger at an instant; what happened later is not seen.</summary>
    /// <param name="at">The instant.</param>
    public ReferralLedgerState StateAt(Instant at) => new(Programme, index.Value, at);

    /// <summary>Whether a fact may be made true: whether an invitation would stand, or a reward may be granted, paid or recovered, at the
    /// fact's instant.</summary>
    /// <remarks>The answer is about the ledger without the fact, so asking again after telling it gives the same answer. What simply
    /// happened, such as a
    /// purchase, is told and not asked about: the answer is yes unless its id was used for something else.</remarks>
    /// <param name="fact">The fact.</param>
    /// <returns>The answer with all reasons, the amount, and what is left of the budget.</returns>
    /// <exception cref="ArgumentNullException">There is no fact.</exception>
    /// <exception cref="ArgumentException">The amount is not in the currency of the programme's reward.</exception>
    public ReferralDecision Decide(ReferralFact fact)
    {
        ReferralLedger without = With(Facts.Remove(Checked(fact)));
        return new LedgerQuestion(without, fact).Decide();
    }

    /// <inheritdoc/>
    public bool Equals(ReferralLedger? other) => other is not null && Programme == other.Programme && Facts.SequenceEqual(other.Facts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReferralLedger);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Programme, Facts.Count);

    internal LedgerIndex Index => index.Value;

    /// <summary>What a question needs of the ledger at an instant.</summary>
    internal LedgerView ViewAt(Instant at) => new(Programme, index.Value, at);

    // Facts are only added or one is taken away, so an equal number is the same set.
    private ReferralLedger With(ImmutableSortedSet<ReferralFact> facts) =>
        facts.Count == Facts.Count ? this : new ReferralLedger(Programme, facts);

    // Of contradicting facts the first in their order.
    private IEnumerable<ReferralFact> Standing()
    {
        ReferralFact? last = null;
        foreach (ReferralFact fact in Facts)
        {
            if (last is null || last.Id != fact.Id)
            {
                yield return fact;
            }

            last = fact;
        }
    }

    private ReferralFact? FirstWith(CustomerEventId id)
    {
        if (id.Text.Length == 0)
        {
            return null;
        }

        // Before all facts with this id, and after all others before it: never there itself.
        int place = ~Facts.IndexOf(ReferralFact.Before(id));
        return place < Facts.Count && Facts[place].Id == id ? Facts[place] : null;
    }

    private ReferralFact Checked(ReferralFact fact)
    {
        Guard.Against.Null(fact);
        Currency currency = Programme.Options.Reward.Currency;
        return fact.Amount.Currency.IsNone || fact.Amount.Currency == currency
            ? fact
            : throw new ArgumentException($"An amount in {currency.Code} is needed, but it was {fact.Amount}.", nameof(fact));
    }
}
