using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Content;

/// <summary>Which customers become ambassadors, who show the goods on themselves (试穿大使甄选)? By skill, stage and body group.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of the options; there is no ordering.</remarks>
public sealed class AmbassadorPolicy : IEquatable<AmbassadorPolicy>
{
    private AmbassadorPolicy(AmbassadorOptions options) => Options = options;

    /// <summary>The policy of the default options.</summary>
    public static AmbassadorPolicy Default { get; } = new(new AmbassadorOptions());

    /// <summary>The figures the policy was made of.</summary>
    public AmbassadorOptions Options { get; }

    internal static Description<AmbassadorOptions> Description => AmbassadorOptions.Description;

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The figures.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">A figure is out of range; all mistakes are named.</exception>
    public static AmbassadorPolicy Create(AmbassadorOptions options)
    {
        Description.ThrowIfWrong(Guard.Against.Null(options));
        return new AmbassadorPolicy(options);
    }

    /// <summary>Makes a policy, or tells all mistakes.</summary>
    /// <param name="options">The figures.</param>
    /// <param name="policy">The policy; null when there are mistakes.</param>
    /// <param name="mistakes">The mistakes; empty when there is a policy.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(
        AmbassadorOptions options, [NotNullWhen(true)] out AmbassadorPolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Description.Check(Guard.Against.Null(options));
        policy = mistakes.IsEmpty ? new AmbassadorPolicy(options) : null;
        return policy is not null;
    }

    /// <summary>Whether a customer can be an ambassador.</summary>
    /// <param name="candidate">What is known of the customer.</param>
    /// <returns>Allowed; denied when anything speaks against it; undecidable when nothing does but a fact is not known. All reasons are
    /// there.</returns>
    /// <exception cref="ArgumentNullException">There is no candidate.</exception>
    public Decision Decide(AmbassadorCandidate candidate)
    {
        Guard.Against.Null(candidate);
        Findings findings = default;
        if (candidate.Skill < Options.SkillMin)
        {
            findings.Deny(
                ContentReasons.SkillTooLow.With(ReasonValue.Of(candidate.Skill.Value.Value), ReasonValue.Of(Options.SkillMin.Value)));
        }

        if (candidate.Stage < Options.StageMin)
        {
            findings.Deny(ContentReasons.StageTooLow.With(
                candidate.Stage.Value.Name(), Options.StageMin.Name()));
        }

        if (candidate.BodyGroups.IsEmpty)
        {
            findings.Deny(ContentReasons.NoBodyGroup.With());
        }

        if (candidate.Skill is null)
        {
            findings.Lack(ContentReasons.SkillUnknown.With());
        }

        if (candidate.Stage is null)
        {
            findings.Lack(ContentReasons.StageUnknown.With());
        }

        return findings.ToDecision();
    }

    /// <summary>Chooses ambassadors so that as many body groups as possible have one.</summary>
    /// <remarks>
    /// <para>Each place goes to who stands for the most groups that are still open; among equals to the more skilled, then to the higher
    /// stage, then to the smaller identifier. When all that can be are covered, a new round begins in which every group is open again,
    /// until the places or candidates are used up. So the choice is the same for any order of the input.</para>
    /// <para>That is the greedy cover: with too few places it may miss a choice that covers more groups, by at most the factor 1 −
    /// 1/e.</para>
    /// </remarks>
    /// <param name="candidates">The customers; each once.</param>
    /// <param name="groups">The body groups that need content.</param>
    /// <exception cref="ArgumentNullException">There are no candidates or groups, or one is null.</exception>
    /// <exception cref="ArgumentException">A customer is there twice, or a group has no name.</exception>
    public AmbassadorSelection Select(IEnumerable<AmbassadorCandidate> candidates, IEnumerable<string> groups)
    {
        ImmutableSortedSet<string> wanted = AmbassadorCandidate.Names(groups, nameof(groups));
        AmbassadorCandidate[] all =
            [.. Guard.Against.Null(candidates).Select(static c => Guard.Against.Null(c, nameof(candidates))).OrderBy(
                static c => c.Customer)];
        if (all.Zip(all.Skip(1)).FirstOrDefault(static pair => pair.First.Customer == pair.Second.Customer) is { First: { } twice })
        {
            throw new ArgumentException($"Each customer can be a candidate once, but {twice.Customer} is there twice.", nameof(candidates));
        }

        (AmbassadorCandidate Candidate, Decision Decision)[] judged = [.. all.Select(c => (c, Decide(c)))];
        List<AmbassadorCandidate> free =
        [
            .. judged.Where(static j => j.Decision.IsAllowed).Select(static j => j.Candidate)
                .OrderByDescending(static c => c.Skill).ThenByDescending(static c => c.Stage).ThenBy(static c => c.Customer),
        ];
        ImmutableSortedSet<string> reachable = wanted.Intersect(free.SelectMany(static c => c.BodyGroups));
        ImmutableArray<Ambassador> chosen = Fill(free, reachable);
        ImmutableSortedSet<string> covered = wanted.Intersect(chosen.SelectMany(static a => a.Candidate.BodyGroups));
        ImmutableArray<Reason> open =
        [
            .. wanted.Except(reachable).Select(static g => ContentReasons.GroupWithoutCandidate.With(g)),
            .. reachable.Except(covered).Select(g => ContentReasons.NoPlaceLeft.With(g, Options.Places)),
        ];
        return new AmbassadorSelection(
            chosen, [.. wanted.Except(covered)], Ratio.Of(covered.Count, wanted.Count), open,
            [.. judged.Where(static j => !j.Decision.IsAllowed).Select(static j => new RefusedCandidate(j.Candidate, j.Decision))]);
    }

    /// <inheritdoc/>
    public bool Equals(AmbassadorPolicy? other) => other is not null && Options.Equals(other.Options);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AmbassadorPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();

    private ImmutableArray<Ambassador> Fill(List<AmbassadorCandidate> free, ImmutableSortedSet<string> reachable)
    {
        var chosen = ImmutableArray.CreateBuilder<Ambassador>();
        ImmutableSortedSet<string> open = reachable;
        for (int round = 1; chosen.Count < Options.Places;)
        {
            AmbassadorCandidate? best = free.MaxBy(c => c.BodyGroups.Count(open.Contains)); // the first of equals
            ImmutableSortedSet<string> gained = best is null ? open.Clear() : open.Intersect(best.BodyGroups);
            if (!gained.IsEmpty)
            {
                chosen.Add(new Ambassador(best!, [.. gained], round));
                free.Remove(best!);
                open = open.Except(gained);
            }
            else if (open.SetEquals(reachable))
            {
                break; // a whole new round would choose nobody
            }
            else
            {
                open = reachable;
                round++;
            }
        }

        return chosen.ToImmutable();
    }
}
