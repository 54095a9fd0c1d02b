namespace PrivateDomain.Core.Internals;

/// <summary>What a policy's value has to be, in words.</summary>
internal static class Wanted
{
    internal static Bilingual Text { get; } = new("a visible text", "可见文字");

    internal static Bilingual ZeroOrMore { get; } = new("0 or more", "0 或以上");

    internal static Bilingual Share { get; } = new("a share from 0 to 1", "0 到 1 之间的比例");

    internal static Bilingual NoTime { get; } = new("two different times", "两个不同的时刻");

    internal static Bilingual From(string least, string most) => new($"{least} to {most}", $"{least} 到 {most}");
}
