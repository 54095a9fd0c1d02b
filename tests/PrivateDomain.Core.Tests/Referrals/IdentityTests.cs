using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Referrals;

[Text]
public sealed class IdentityTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 16).Select(static i => (byte)i)];
    private static readonly CustomerId Ann = CustomerId.From("ann");
    private static readonly CustomerId Bob = CustomerId.From("bob");

    [Fact]
    public void Of_SameKindTextAndKey_AreEqual_AndAnyOtherDiffers()
    {
        IdentityMark mark = IdentityMark.From(IdentityKinds.Phone, "13800000000", Key);
        Assert.Equal(mark, IdentityMark.From(IdentityKinds.Phone, "13800000000", Key));
        Assert.NotEqual(mark, IdentityMark.From(IdentityKinds.Device, "13800000000", Key));
        Assert.NotEqual(mark, IdentityMark.From(IdentityKinds.Phone, "13800000001", Key));
        Assert.NotEqual(mark, IdentityMark.From(IdentityKinds.Phone, "13800000000", [.. Key.Reverse()]));
        Assert.DoesNotContain("138", mark.ToString()[..6], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Misuse_IsRefused()
    {
        Assert.Throws<ArgumentException>("kind", static () => IdentityMark.From(IdentityKinds.None, "x", Key));
        Assert.Throws<ArgumentException>("kind", static () => IdentityMark.From(IdentityKinds.Phone | IdentityKinds.Device, "x", Key));
        Assert.Throws<ArgumentException>("kind", static () => IdentityMark.From((IdentityKinds)32, "x", Key));
        Assert.Throws<ArgumentException>("text", static () => IdentityMark.From(IdentityKinds.Phone, " ", Key));
        Assert.Throws<ArgumentException>("key", static () => IdentityMark.From(IdentityKinds.Phone, "x", Key.AsSpan(1)));
        Assert.Throws<ArgumentException>("key", static () => IdentityMark.From(IdentityKinds.Phone, "x", new byte[32]));
        Assert.Throws<ArgumentException>("text", static () => IdentityMark.From(IdentityKinds.Phone, "x\ud800", Key));
        Assert.Throws<ArgumentException>("text", static () => IdentityMark.From(IdentityKinds.Phone, "x\udc00", Key));
    }

    [Fact]
    public void Text_IsStoredAndReadAgain()
    {
        foreach (IdentityKinds kind in new[] { IdentityKinds.Person, IdentityKinds.Phone, IdentityKinds.Device, IdentityKinds.Address,
            IdentityKinds.PaymentAccount })
        {
            IdentityMark mark = IdentityMark.From(kind, "1", Key);
            Assert.Equal(mark, IdentityMark.Parse(mark.ToString()));
        }

        string text = IdentityMark.From(IdentityKinds.Phone, "1", Key).ToString();
        Assert.Equal("phone:".Length + 32, text.Length);
        Assert.Equal("", default(IdentityMark).ToString());
        Assert.All(
            new[] { null, "", "phone:", text[..^1], text + "0", text.ToUpperInvariant(), "fax:" + text[6..], text[..^1] + "g" },
            static wrong => Assert.False(IdentityMark.TryParse(wrong, out _)));
        Assert.Throws<FormatException>(static () => IdentityMark.Parse("phone"));
    }

    [Fact]
    public void Register_FindsOthersByAnyMark_AndNeverOneself()
    {
        IdentityMark phone = IdentityMark.From(IdentityKinds.Phone, "1", Key);
        IdentityMark address = IdentityMark.From(IdentityKinds.Address, "road 1", Key);
        IdentityMark device = IdentityMark.From(IdentityKinds.Device, "d", Key);
        IdentityRegister register = IdentityRegister.From([(Ann, phone), (Ann, phone), (Ann, address), (Bob, address), (Bob, default)]);

        Assert.Equal(IdentityKinds.Phone | IdentityKinds.Address, register.KnownBy(Bob, phone, address, device, default));
        Assert.Equal(IdentityKinds.Address, register.KnownBy(Ann, phone, address));
        Assert.Equal(IdentityKinds.Phone, register.SharedWith(Ann, phone, device));
        Assert.Equal(IdentityKinds.None, register.SharedWith(Bob, phone));
    }
}
