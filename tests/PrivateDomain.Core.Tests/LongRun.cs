namespace PrivateDomain.Core.Tests;

/// <summary>How often random tests run: few times at a developer's desk, many where PRIVATE_DOMAIN_LONG is 1.</summary>
internal static class LongRun
{
    internal static int Times(int usually, int inALongRun) =>
        string.Equals(Environment.GetEnvironmentVariable("PRIVATE_DOMAIN_LONG"), "1", StringComparison.Ordinal) ? inALongRun : usually;
}
