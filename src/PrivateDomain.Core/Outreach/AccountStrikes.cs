using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Outreach;

/// <summary>The strikes of one account in all its texts looked at together (账号违规).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record AccountStrikes
{
    internal AccountStrikes(string account, int texts, long strikes, int strikesMax)
    {
        Account = account;
        Texts = texts;
        Strikes = strikes;
        Decision = strikes <= strikesMax ? Decision.Allowed
            : Decision.Denied(OutreachReasons.AccountNotCompliant.With(strikes, strikesMax));
    }

    /// <summary>The account.</summary>
    public string Account { get; }

    /// <summary>How many of its texts were looked at.</summary>
    public int Texts { get; }

    /// <summary>The strikes in them.</summary>
    public long Strikes { get; }

    /// <summary>Whether the account may go on: <c>outreach.account_not_compliant</c> when it has more strikes than the policy
    /// tolerates.</summary>
    public Decision Decision { get; }
}
