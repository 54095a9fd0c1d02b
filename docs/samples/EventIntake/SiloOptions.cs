namespace EventIntake;

/// <summary>What a silo is told when it is started.</summary>
internal sealed record SiloOptions
{
    public string? Postgres { get; init; }

    public string Redis { get; init; } = "";

    public int SiloPort { get; init; }

    public int GatewayPort { get; init; }

    public int Newcomers { get; init; }
}
