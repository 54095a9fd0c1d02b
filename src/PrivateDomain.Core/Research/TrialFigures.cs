using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Research;

/// <summary>How a trial came out, counted by the group assigned (检验结果数据).</summary>
/// <remarks>Equality is that of all members; there is no ordering. The default value is of nobody.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct TrialFigures
{
    /// <summary>Makes figures.</summary>
    /// <param name="keptWith">How many of those with the service had the outcome.</param>
    /// <param name="with">How many were to have the service, used or not, and their days are over.</param>
    /// <param name="keptWithout">How many of those without had the outcome.</param>
    /// <param name="without">How many were not to have it, and their days are over.</param>
    /// <param name="open">How many have days left; they count on neither side.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or more had the outcome than there are.</exception>
    public TrialFigures(int keptWith, int with, int keptWithout, int without, int open = 0)
    {
        With = Guard.Against.Negative(with);
        KeptWith = Guard.Against.OutOfRange(keptWith, nameof(keptWith), 0, with);
        Without = Guard.Against.Negative(without);
        KeptWithout = Guard.Against.OutOfRange(keptWithout, nameof(keptWithout), 0, without);
        Open = Guard.Against.Negative(open);
    }

    /// <summary>How many of those with the service had the outcome.</summary>
    public int KeptWith { get; }

    /// <summary>How many were to have the service, used or not, and their days are over.</summary>
    public int With { get; }

    /// <summary>How many of those without had the outcome.</summary>
    public int KeptWithout { get; }

    /// <summary>How many were not to have it, and their days are over.</summary>
    public int Without { get; }

    /// <summary>How many have days left; they count on neither side.</summary>
    public int Open { get; }
}
