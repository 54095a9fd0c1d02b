using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>What must be true of an SMS before it goes, for it cannot be called back (短信发送前检查).</summary>
/// <remarks>Immutable and safe to share between threads. Two are equal when their options are. The list of checks comes from the article on
/// going from classic to
/// private-domain commerce; numbers and lines are the library's own.</remarks>
/// <example>
/// <code>
/// var draft = new SmsDraft
/// {
///     Text = "【小满家】会员日到店有礼，拒收请回复R", Author = "李雷",
///     Audience = audience, SendAt = tonight, ApprovedBy = "韩梅梅", IsTestSeen = true,
/// };
/// Decision decision = SmsPolicy.Default.Decide(draft);
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class SmsPolicy : Policy<SmsPolicy, SmsOptions>, IPolicy<SmsPolicy, SmsOptions>
{
    private SmsPolicy(SmsOptions options)
        : base(options)
    {
    }

    static SmsPolicy IPolicy<SmsPolicy, SmsOptions>.Make(SmsOptions options) => new(options);

    /// <summary>Whether a draft may go: every failing check is named, in the order of <see cref="AcquisitionReasons"/>.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>Allowed; denied with all that fails; undecidable when nothing fails but something is unknown. A text with a Chinese
    /// signature is always
    /// UCS-2.</returns>
    /// <exception cref="ArgumentNullException">There is no draft.</exception>
    /// <exception cref="CurrencyMismatchException">Price and budget are in different currencies.</exception>
    public Decision Decide(SmsDraft draft)
    {
        Guard.Against.Null(draft);
        var findings = default(Findings);
        FindInText(draft, ref findings);
        FindInApproval(draft, ref findings);
        FindInAudience(draft.Audience, ref findings);
        FindQuiet(draft, ref findings);
        FindInCost(draft, ref findings);
        return findings.ToDecision();
    }

    private void FindInText(SmsDraft draft, ref Findings findings)
    {
        if (string.IsNullOrWhiteSpace(draft.Text))
        {
            findings.Deny(AcquisitionReasons.SmsTextEmpty.With());
        }

        if (!SmsText.HasSignature(draft.Text))
        {
            findings.Deny(AcquisitionReasons.SmsSignatureMissing.With());
        }

        if (!Options.OptOutLines.Any(line => SmsText.HasLine(draft.Text, line.Trim())))
        {
            findings.Deny(AcquisitionReasons.SmsOptOutMissing.With(default, Options.OptOutLines[0].Replace('*', 'R')));
        }

        if (draft.Length.Segments > Options.SegmentsMax)
        {
            findings.Deny(AcquisitionReasons.SmsTooLong.With(draft.Length.Segments, Options.SegmentsMax));
        }

        foreach (string link in SmsText.LinksIn(draft.Text).Where(link => !draft.CheckedLinks.Contains(link)))
        {
            findings.Deny(AcquisitionReasons.SmsLinkNotChecked.With(Quoted.Of(link)));
        }
    }

    private static void FindInApproval(SmsDraft draft, ref Findings findings)
    {
        if (!draft.IsTestSeen)
        {
            findings.Deny(AcquisitionReasons.SmsTestNotSeen.With());
        }

        if (string.IsNullOrWhiteSpace(draft.ApprovedBy))
        {
            findings.Deny(AcquisitionReasons.SmsNotApproved.With());
        }
        else if (string.Equals(draft.ApprovedBy.Trim(), draft.Author.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            findings.Deny(AcquisitionReasons.SmsApprovedByAuthor.With(Quoted.Of(draft.Author.Trim())));
        }
    }

    private static void FindInAudience(SmsAudience audience, ref Findings findings)
    {
        if (audience.Count == 0)
        {
            findings.Deny(AcquisitionReasons.SmsAudienceEmpty.With());
        }

        if (audience.NotANumberCount > 0)
        {
            findings.Deny(AcquisitionReasons.SmsNotANumber.With(audience.NotANumberCount));
        }

        if (audience.RepeatedCount > 0)
        {
            findings.Deny(AcquisitionReasons.SmsNumbersRepeated.With(audience.RepeatedCount));
        }

        if (audience.NotOptedInCount > 0)
        {
            findings.Deny(AcquisitionReasons.SmsNotOptedIn.With(audience.NotOptedInCount));
        }
    }

    private void FindQuiet(SmsDraft draft, ref Findings findings)
    {
        foreach (DateTimeZone zone in draft.Audience.Zones)
        {
            LocalTime time = draft.SendAt.InZone(zone).TimeOfDay;
            if (IsQuiet(time))
            {
                findings.Deny(AcquisitionReasons.SmsQuietHours.With($"{Clock(time)} ({zone.Id})", Clock(Options.QuietUntil)));
            }
        }

        static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    // The same edges as the outreach guard: quiet from its beginning on, no longer quiet at its end.
    private bool IsQuiet(LocalTime time) => Options.QuietFrom < Options.QuietUntil
        ? time >= Options.QuietFrom && time < Options.QuietUntil
        : Options.QuietFrom != Options.QuietUntil && (time >= Options.QuietFrom || time < Options.QuietUntil);

    private static void FindInCost(SmsDraft draft, ref Findings findings)
    {
        if (draft is { Budget: { } budget, PricePerSegment: { } price })
        {
            Money cost = draft.Cost ?? Money.From(decimal.MaxValue, price.Currency);
            if (cost > budget)
            {
                findings.Deny(AcquisitionReasons.SmsOverBudget.With(cost, budget));
            }
        }

        if (draft.Audience.OptInUnknownCount > 0)
        {
            findings.Lack(AcquisitionReasons.SmsOptInUnknown.With(draft.Audience.OptInUnknownCount));
        }

        if (draft is { Budget: { } limit, PricePerSegment: null })
        {
            findings.Lack(AcquisitionReasons.SmsPriceUnknown.With(default, limit));
        }
    }
}
