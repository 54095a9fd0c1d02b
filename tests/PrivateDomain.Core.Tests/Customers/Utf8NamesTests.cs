using System.Text;
using PrivateDomain.Core.Customers;
using PrivateDomain.Core.Customers.Forms;

namespace PrivateDomain.Core.Tests.Customers;

public sealed class Utf8NamesTests
{
    // Of one length, with the same first, middle and last letter: all of them begin their search at one place.
    private static readonly string[] Alike = ["axbyc", "aybyc", "azbxc", "axbzc", "aabac", "abbbc"];

    [Fact]
    public void EveryName_IsFoundAtItsPlace()
    {
        var names = new Utf8Names([.. EventMembers.Names.Texts, .. Alike, "群"]);

        Assert.All(names.Texts.Index(), name => Assert.Equal(name.Index, names.IndexOf(Encoding.UTF8.GetBytes(name.Item))));
    }

    [Fact]
    public void MoreNamesThanAByteTells_AreRefused()
    {
        string[] names = [.. Enumerable.Range(0, 256).Select(static n => $"name{n}")];
        Assert.Equal(254, new Utf8Names([.. names[..255]]).IndexOf("name254"u8));
        Assert.Throws<OverflowException>(() => new Utf8Names([.. names]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("i")]
    [InlineData("ID")]
    [InlineData("idd")]
    [InlineData("acbcc")]
    [InlineData("axbya")]
    [InlineData("集")]
    public void WhatIsNone_IsNotFound(string name) =>
        Assert.Equal(-1, new Utf8Names([.. EventMembers.Names.Texts, .. Alike, "群"]).IndexOf(Encoding.UTF8.GetBytes(name)));
}
