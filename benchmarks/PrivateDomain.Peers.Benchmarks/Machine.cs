using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PrivateDomain.Peers.Benchmarks;

/// <summary>What it was measured on and with.</summary>
internal static class Machine
{
    /// <summary>The processor, its cores and vectors, the system and the runtime.</summary>
    internal static string Describe() =>
        $"{Processor()}, {Environment.ProcessorCount} cores, vectors of {VectorBits} bits, {RuntimeInformation.OSDescription}, "
        + $"{RuntimeInformation.FrameworkDescription}";

    /// <summary>How many programs wanted a core at once in the last minute; nothing where the system does not say.</summary>
    internal static string? Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : null;

    /// <summary>The peers and their versions.</summary>
    internal static string Peers()
    {
        using var duck = new DuckDatabase();
        using ClickHouse? clickHouse = ClickHouse.Missing is null ? new ClickHouse() : null;
        return $"DuckDB {duck.Version()}, Ardalis.Specification {Of(typeof(Ardalis.Specification.ISpecification<>))}, NRules "
            + $"{Of(typeof(NRules.ISession))}, RulesEngine {Of(typeof(RulesEngine.RulesEngine))}, "
            + (clickHouse is null ? "without ClickHouse" : $"ClickHouse {clickHouse.Ask("select version()").Cells[0]} (chdb)");
    }

    private static int VectorBits =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 0;

    private static string Processor()
    {
        const string model = "model name";
        string? line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith(model, StringComparison.Ordinal))
            : null;
        return line is null
            ? $"{RuntimeInformation.ProcessArchitecture}"
            : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string Of(Type type) =>
        type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
