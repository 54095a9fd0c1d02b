namespace EventIntake;

/// <summary>How much comes in, and what happens meanwhile: <c>--events 100000 --seconds 600 --kills 3</c>.</summary>
internal sealed record IntakeOptions
{
    /// <summary>Different events; three in ten are delivered twice, one in fifteen comes with a second content.</summary>
    public int Events { get; init; } = 8_000;

    public int Customers { get; init; } = 500;

    /// <summary>Newcomers of a referral programme whose budget does not reach.</summary>
    public int Newcomers { get; init; } = 200;

    public int Silos { get; init; } = 3;

    /// <summary>Each delivers four at once.</summary>
    public int Feeders { get; init; } = 4;

    /// <summary>How many silos are killed, one after another; then the database is, once.</summary>
    public int Kills { get; init; } = 3;

    /// <summary>After so long nothing more is delivered; what was is compared.</summary>
    public int Seconds { get; init; } = 60;

    public int Seed { get; init; } = 1;

    /// <summary>How the options are written.</summary>
    internal static IEnumerable<string> Names => typeof(IntakeOptions).GetProperties().Where(static p => p.SetMethod is not null)
        .Select(static p => "--" + p.Name.ToLowerInvariant());
}
