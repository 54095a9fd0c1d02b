using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>What must be true of an SMS before it goes, for it cannot be called back (短信发送前检查). From [A], D25.</summary>
/// <remarks>Immutable; checked when made. Two are equal only when they are the same object.</remarks>
public sealed class SmsPolicy
{
    private static readonly SearchValues<string> LinkStarts = SearchValues.Create(["http://", "https://", "www."], StringComparison.OrdinalIgnoreCase);

    private SmsPolicy(int segmentsMax, ImmutableArray<string> optOuts, LocalTime quietFrom, LocalTime quietUntil)
    {
        SegmentsMax = segmentsMax;
        OptOuts = optOuts;
        QuietFrom = quietFrom;
        QuietUntil = quietUntil;
    }

    /// <summary>Up to 2 segments, one of the usual Chinese opt-out lines or "STOP", nothing from 21:00 to 9:00. The checks are those of [A], D25; the numbers and lines
    /// are of our own.</summary>
    public static SmsPolicy Default { get; } = Create();

    /// <summary>The most segments.</summary>
    public int SegmentsMax { get; }

    /// <summary>The ways to say how to opt out, of which the text must contain one; case does not matter.</summary>
    public ImmutableArray<string> OptOuts { get; }

    /// <summary>The first quiet time of a recipient's day.</summary>
    public LocalTime QuietFrom { get; }

    /// <summary>The first time that is no longer quiet; the same as <see cref="QuietFrom"/> when none is.</summary>
    public LocalTime QuietUntil { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="segmentsMax">The most segments: 1 to 255, the most that can be joined.</param>
    /// <param name="optOuts">The ways to say how to opt out; the usual ones when null.</param>
    /// <param name="quietFrom">The first quiet time of a recipient's day; 21:00 when null.</param>
    /// <param name="quietUntil">The first time that is no longer quiet, 9:00 when null; the same as <paramref name="quietFrom"/> for no quiet hours.</param>
    /// <exception cref="InvalidPolicyException">The number is out of range, or there is no opt-out or an empty one; all mistakes are named.</exception>
    public static SmsPolicy Create(int segmentsMax = 2, IEnumerable<string>? optOuts = null, LocalTime? quietFrom = null, LocalTime? quietUntil = null)
    {
        ImmutableArray<string> ways = [.. optOuts ?? ["拒收请回复R", "回复TD退订", "退订回T", "回T退订", "STOP"]];
        new PolicyCheck()
            .Needs(segmentsMax is >= 1 and <= 255, nameof(segmentsMax), SmsReasons.PolicyOutOfRange, segmentsMax, "1–255")
            .Needs(!ways.IsEmpty && !ways.Any(string.IsNullOrWhiteSpace), nameof(optOuts), SmsReasons.PolicyOutOfRange, ways.Length, "≥ 1")
            .ThrowIfAny("SMS policy");
        return new SmsPolicy(segmentsMax, ways, quietFrom ?? new LocalTime(21, 0), quietUntil ?? new LocalTime(9, 0));
    }

    /// <summary>Checks a draft: every failing check is named, in the order of <see cref="SmsReasons"/>.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>Allowed; denied with all that fails; undecidable when nothing fails but something is not known. A text with a Chinese signature is always UCS-2.</returns>
    /// <exception cref="ArgumentNullException">There is no draft.</exception>
    public Decision Check(SmsDraft draft)
    {
        Guard.Against.Null(draft);
        Reason[] failing = [.. OfText(draft), .. OfPeople(draft), .. OfAudience(draft)];
        Reason[] unknown = [.. Unknown(draft)];
        return failing.Length > 0 ? Decision.Denied([.. failing, .. unknown])
            : unknown.Length > 0 ? Decision.Undecidable(unknown)
            : Decision.Allowed;
    }

    private IEnumerable<Reason> OfText(SmsDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Text))
        {
            yield return SmsReasons.TextEmpty.With();
        }

        if (!HasSignature(draft.Text.AsSpan().Trim()))
        {
            yield return SmsReasons.SignatureMissing.With();
        }

        if (!OptOuts.Any(way => draft.Text.Contains(way, StringComparison.OrdinalIgnoreCase)))
        {
            yield return SmsReasons.OptOutMissing.With(default, OptOuts[0]);
        }

        if (draft.Length.Segments > SegmentsMax)
        {
            yield return SmsReasons.TooLong.With(draft.Length.Segments, SegmentsMax);
        }

        foreach (string link in LinksIn(draft.Text).Where(link => !draft.CheckedLinks.Contains(link)))
        {
            yield return SmsReasons.LinkNotChecked.With(link);
        }
    }

    private static IEnumerable<Reason> OfPeople(SmsDraft draft)
    {
        if (!draft.IsTestSeen)
        {
            yield return SmsReasons.TestNotSeen.With();
        }

        if (string.IsNullOrWhiteSpace(draft.ApprovedBy))
        {
            yield return SmsReasons.NotApproved.With();
        }
        else if (string.Equals(draft.ApprovedBy.Trim(), draft.Author.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            yield return SmsReasons.ApprovedByAuthor.With(draft.Author);
        }
    }

    private IEnumerable<Reason> OfAudience(SmsDraft draft)
    {
        SmsAudience audience = draft.Audience;
        if (audience.Count == 0)
        {
            yield return SmsReasons.AudienceEmpty.With();
        }

        if (audience.RepeatedCount > 0)
        {
            yield return SmsReasons.NumbersRepeated.With(audience.RepeatedCount);
        }

        if (audience.NotOptedInCount > 0)
        {
            yield return SmsReasons.NotOptedIn.With(audience.NotOptedInCount);
        }

        foreach (DateTimeZone zone in audience.Zones)
        {
            LocalTime time = draft.SendAt.InZone(zone).TimeOfDay;
            if (IsQuiet(time))
            {
                string until = QuietUntil.ToString("HH:mm", CultureInfo.InvariantCulture);
                yield return SmsReasons.QuietHours.With($"{time.ToString("HH:mm", CultureInfo.InvariantCulture)} ({zone.Id})", until);
            }
        }

        if (draft.Cost is { } cost && draft.Budget is { } budget && cost > budget)
        {
            yield return SmsReasons.OverBudget.With(cost, budget);
        }
    }

    private static IEnumerable<Reason> Unknown(SmsDraft draft)
    {
        if (draft.Audience.OptInUnknownCount > 0)
        {
            yield return SmsReasons.OptInUnknown.With(draft.Audience.OptInUnknownCount);
        }

        if (draft.Budget is { } budget && draft.PricePerSegment is null)
        {
            yield return SmsReasons.PriceUnknown.With(default, budget);
        }
    }

    private bool IsQuiet(LocalTime time) =>
        QuietFrom <= QuietUntil ? time >= QuietFrom && time < QuietUntil : time >= QuietFrom || time < QuietUntil;

    // 【 and 】 with something between them, and nothing outside of one of the ends.
    private static bool HasSignature(ReadOnlySpan<char> text)
    {
        int close = text.IndexOf('】');
        int open = text.LastIndexOf('【');
        return (text.StartsWith('【') && close > 1 && !text[1..close].IsWhiteSpace())
            || (text.EndsWith('】') && open >= 0 && open < text.Length - 2 && !text[(open + 1)..^1].IsWhiteSpace());
    }

    private static List<string> LinksIn(string text)
    {
        var links = new List<string>();
        for (int i = 0; i < text.Length;)
        {
            int start = text.AsSpan(i).IndexOfAny(LinkStarts);
            if (start < 0)
            {
                break;
            }

            int end = i + start;
            while (end < text.Length && text[end] is > ' ' and < '\u007f')
            {
                end++;
            }

            links.Add(text[(i + start)..end].TrimEnd('.', ',', ';', ')', '!', '?'));
            i = end;
        }

        return links;
    }
}
