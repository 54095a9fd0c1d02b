using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Knowledge;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Outreach;

/// <summary>All rules of the outreach guard, in order of precedence: each row has its name, whom it is for, its condition and its
/// reason.</summary>
internal static class OutreachRules
{
    internal static ImmutableArray<OutreachRule> Of(OutreachOptions options) =>
    [
        new(new("opt-out", "退订"), Everything, static (in q, ref _) =>
            q.Facts.IsOptedOut ? OutreachFinding.Never(OutreachReasons.OptedOut.With()) : default),
        new(new("link", "好友关系"), Everything, static (in q, ref _) =>
            q.Facts.Link != LinkState.Lost ? default
            : OutreachFinding.Never((q.Facts.Loss == LinkLoss.Blocked ? OutreachReasons.LinkBlocked : OutreachReasons.LinkLost).With())),
        new(new("muted", "屏蔽"), touch => Promotional(touch) && !options.PromotesToMuted, static (in q, ref _) =>
            q.Facts.Link == LinkState.Muted ? OutreachFinding.Never(OutreachReasons.LinkMuted.With()) : default),
        new(new("group health", "社群健康度"), Promotional, static (in q, ref _) =>
            q.Facts.Group == GroupHealth.Dying ? OutreachFinding.Never(OutreachReasons.GroupDying.With()) : default),
        new(new("stage", "关系阶段"), NoReply, static (in q, ref _) =>
            q.Facts.Stage >= q.Touch!.Stage ? default
            : OutreachFinding.Never(OutreachReasons.StageTooLow.With(
                q.Facts.Stage.Name(), q.Touch.Stage.Name()))),
        new(new("purchase", "购买"), static touch => touch is { NeedsPurchase: true }, static (in q, ref _) =>
            q.Facts.LastOrderAt is null ? OutreachFinding.Never(OutreachReasons.NotABuyer.With()) : default),
        new(new("need", "需求"), static touch => touch is { Need: NeedDemand.Require }, static (in q, ref _) =>
            q.Facts.CheckNeed(q.At)),
        new(new("reception", "承接期"), Promotional, (in q, ref _) =>
            q.At < q.Facts.LinkedSince + options.Reception && q.Facts.Link != LinkState.Lost
                ? OutreachFinding.Later(
                    q.Facts.LinkedSince + options.Reception,
                    OutreachReasons.InReception.With(q.Facts.LinkedSince, q.Facts.LinkedSince + options.Reception))
                : default),
        new(new("promotion share", "推销占比"), Promotional, new PromotionShare(options).Check),
        .. options.Caps.Select(static cap => new OutreachRule(
            new("cap", "频次上限"),
            touch => touch is not null && (cap.Kind == TouchKind.None || cap.Kind == touch.Kind),
            (in q, ref clock) => CheckCap(cap, in q, ref clock))),
        new(new("repurchase rhythm", "复购节奏"), Promotional, (in q, ref _) => CheckRhythm(options.RhythmShare, in q)),
        new(new("quiet hours", "免打扰"), touch => NoReply(touch) && options.Quiet is not null, (in q, ref clock) =>
            CheckQuiet(options.Quiet!, in q, ref clock)),
    ];

    private static bool Everything(TouchRule? touch) => true;

    private static bool NoReply(TouchRule? touch) => touch is not null;

    private static bool Promotional(TouchRule? touch) => touch is { IsPromotional: true };

    // Allowed while fewer than the most are in the window. The one that has to leave it first is as many back as the cap allows.
    private static OutreachFinding CheckCap(TouchCap cap, in OutreachQuestion q, ref ShopDays clock)
    {
        if (cap.Max == 0)
        {
            return OutreachFinding.Never(OutreachReasons.NotSentAtAll.With());
        }

        if (q.Facts.Sent is not { } sent)
        {
            return OutreachFinding.Unknown(OutreachReasons.TouchesUnknown.With());
        }

        if (Nth(sent, cap) is { } last)
        {
            if (q.At - last > Duration.FromDays(cap.Days + 2)) // no zone has days that make up for two: surely out of the window
            {
                return default;
            }

            Instant start = TouchDays.StartOf(ref clock, q.At, cap.Days);
            return last < start ? default
                : OutreachFinding.Later(TouchDays.Leaves(ref clock, last, cap.Days), TooMany(cap, q.Facts, sent, start));
        }

        return q.Facts.MissingSince(TouchDays.StartOf(ref clock, q.At, cap.Days)) is { } missing ? OutreachFinding.Unknown(missing)
            : default;
    }

    private static Reason TooMany(TouchCap cap, OutreachFacts facts, ImmutableArray<SentTouch> sent, Instant start)
    {
        ReasonDefinition definition = cap.Kind == TouchKind.None ? OutreachReasons.TooManyTouches : OutreachReasons.TooManyOfKind;
        int count = sent.Count(touch => touch.At >= start && cap.Counts(touch.Kind));
        return facts.MissingSince(start) is null
            ? definition.With(count, cap.Limit)
            : definition.With(
                new Bilingual(FormattableString.Invariant($"{count} or more"), FormattableString.Invariant($"至少 {count}")), cap.Limit);
    }

    private static Instant? Nth(ImmutableArray<SentTouch> sent, TouchCap cap)
    {
        int left = cap.Max;
        for (int i = sent.Length - 1; i >= 0; i--)
        {
            if (cap.Counts(sent[i].Kind) && --left == 0)
            {
                return sent[i].At;
            }
        }

        return null;
    }

    private static OutreachFinding CheckRhythm(decimal share, in OutreachQuestion q)
    {
        if (q.Facts.LastOrderAt is not { } bought || q.Facts.RepurchaseCycle is not { } cycle
            || (q.At - bought).TotalSeconds > (cycle.TotalSeconds * (double)share) + 1) // cheap, and sure of a yes only
        {
            return default;
        }

        Instant due = bought + Duration.FromTicks(decimal.ToInt64(decimal.Ceiling(cycle.BclCompatibleTicks * share)));
        return q.At < due ? OutreachFinding.Later(due, OutreachReasons.TooSoonToRebuy.With(bought, due)) : default;
    }

    private static OutreachFinding CheckQuiet(QuietHours quiet, in OutreachQuestion q, ref ShopDays clock)
    {
        Instant open = quiet.NextOpen(q.At, ref clock);
        return open == q.At
            ? default
            : OutreachFinding.Later(open, OutreachReasons.QuietHours.With(
                OutreachReasons.Clock(q.At.InZone(q.Facts.Zone).TimeOfDay), OutreachReasons.Clock(quiet.Until)));
    }
}
