namespace PrivateDomain.Core.Referrals;

/// <summary>What became of a newcomer when the test period was over (新客质量).</summary>
/// <remarks>The default value is <see cref="InTest"/>.</remarks>
public enum NewcomerQuality
{
    /// <summary>The test period is not over (考察中).</summary>
    InTest = 0,

    /// <summary>Left within it without having bought: came for the gift (羊毛党).</summary>
    Freeloader = 1,

    /// <summary>Still linked, but neither bought nor did anything (僵尸粉).</summary>
    Zombie = 2,

    /// <summary>Still linked and took part in something, not bought yet (活跃未购).</summary>
    Active = 3,

    /// <summary>Bought, but is no longer linked (已购流失).</summary>
    LostBuyer = 4,

    /// <summary>Bought and still linked (留存买家).</summary>
    RetainedBuyer = 5,
}
