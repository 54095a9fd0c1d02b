using NodaTime;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Tests;

/// <summary>Rules of shops for the tests.</summary>
internal static class Documents
{
    internal static readonly ShopOptions Yuan = new() { Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"], Currency = Currency.Cny };

    /// <summary>A right document with a figure of its own.</summary>
    internal static string WithMembersMin(int members) =>
        $$"""{ "version": 1, "zone": "Asia/Shanghai", "currency": "CNY", "groupHealth": { "membersMin": {{members}} } }""";

    internal static ShopOptions OptionsWithMembersMin(int members) =>
        Yuan with { GroupHealth = Yuan.GroupHealth with { MembersMin = members } };
}
