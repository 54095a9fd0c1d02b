using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Outreach;

/// <summary>What the rules found at one instant; the default found nothing and holds nothing.</summary>
internal readonly struct OutreachFindings
{
    private readonly List<OutreachFinding>? all;

    private OutreachFindings(List<OutreachFinding> all, OutreachVerdict verdict, Instant opens)
    {
        this.all = all;
        Verdict = verdict;
        Opens = opens;
    }

    /// <summary>The gravest of the answers: never before unknown before later.</summary>
    internal OutreachVerdict Verdict { get; }

    /// <summary>From when on all that said "later" may agree.</summary>
    internal Instant Opens { get; }

    internal OutreachFindings With(OutreachFinding finding)
    {
        List<OutreachFinding> more = all ?? [];
        more.Add(finding);
        bool opensLater = finding.Verdict == OutreachVerdict.Later && finding.Opens > Opens;
        return new(more, finding.Verdict > Verdict ? finding.Verdict : Verdict, all is null || opensLater ? finding.Opens : Opens);
    }

    /// <summary>The decision, given what the rules found when they were asked for the last time, and when that was.</summary>
    internal OutreachDecision ToDecision(OutreachFindings later, Instant until) => (Verdict, later.Verdict) switch
    {
        (OutreachVerdict.Agrees, _) => OutreachDecision.Yes,
        (OutreachVerdict.Never, _) => OutreachDecision.No(OutreachOutcome.Denied, Reasons()),
        (OutreachVerdict.Unknown, _) => OutreachDecision.No(OutreachOutcome.Undecidable, Reasons()),
        (_, OutreachVerdict.Never) => OutreachDecision.No(OutreachOutcome.Denied, Reasons(later, OutreachVerdict.Never)),
        (_, OutreachVerdict.Unknown) => OutreachDecision.No(OutreachOutcome.Undecidable, Reasons(later, OutreachVerdict.Unknown)),
        _ => OutreachDecision.NotYet(until, Reasons()),
    };

    private ImmutableArray<Reason> Reasons() => [.. all!.Select(static finding => finding.Reason).Distinct()];

    private ImmutableArray<Reason> Reasons(OutreachFindings later, OutreachVerdict verdict) =>
        [.. Reasons().Concat(later.all!.Where(finding => finding.Verdict == verdict).Select(static finding => finding.Reason)).Distinct()];
}
