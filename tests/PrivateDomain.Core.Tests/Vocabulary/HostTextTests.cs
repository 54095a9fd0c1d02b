using System.ComponentModel;
using System.Globalization;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Tests.Vocabulary;

/// <summary>Values where hosts use them: routes parse them, forms and configuration convert them, logs format them; in every culture
/// alike.</summary>
[Text]
public sealed class HostTextTests
{
    [Fact]
    public void EveryValue_IsParsedFormattedAndConverted()
    {
        Check(CustomerId.From("客户-1"), "客户-1");
        Check(OrderId.From("o1"), "o1");
        Check(ProductId.From("p1"), "p1");
        Check(CustomerEventId.From("e1"), "e1");
        Check(AdvisorId.From("a1"), "a1");
        Check(Currency.Jpy, "JPY");
        Check(Money.Yuan(-1234.5678m), "-1234.5678 CNY");
        Check(Ratio.From(0.4m), "0.4");
        Check(Ratio.Unknown, "unknown");
        Check(Score.From(72.123456789), "72.123456789");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" x ")]
    [InlineData("1;2")]
    public void WhatIsNoValue_IsRefused_NeverReadAsAnotherOne(string text)
    {
        Assert.False(CustomerId.TryParse(text.Length == 3 && text[1] == ';' ? " " : text, null, out _));
        Assert.False(Currency.TryParse(text, null, out _));
        Assert.False(Money.TryParse(text, null, out _));
        Assert.False(Ratio.TryParse(text, null, out _));
        Assert.False(Score.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => Currency.Parse(text, null));
        Assert.Throws<FormatException>(() => Money.Parse(text, null));
        Assert.Throws<FormatException>(() => Ratio.Parse(text, null));
        Assert.Throws<FormatException>(() => Score.Parse(text, null));
        Assert.Throws<FormatException>(() => CustomerId.Parse(" ", null));
    }

    [Fact]
    public void ALongText_IsQuotedShort() =>
        Assert.True(Assert.Throws<FormatException>(() => CustomerId.Parse(new string('x', 5000), null)).Message.Length < 300);

    [Fact]
    public void Score_OutsideItsRange_IsNoScore()
    {
        Assert.False(Score.TryParse("101", null, out _));
        Assert.False(Score.TryParse("NaN", null, out _));
        Assert.True(Score.TryParse("100", null, out Score top) && top == Score.Perfect);
    }

    private static void Check<T>(T value, string text)
        where T : ISpanParsable<T>, ISpanFormattable
    {
        Assert.Equal(value, T.Parse(text, null));
        Assert.Equal(value, T.Parse(text.AsSpan(), CultureInfo.InvariantCulture));
        Assert.True(T.TryParse(text.AsSpan(), null, out T? read) && value.Equals(read));
        Assert.False(T.TryParse(null, null, out _));
        Assert.Throws<ArgumentNullException>(ParseNothing<T>);

        string shown = value.ToString(null, null);
        Span<char> room = new char[shown.Length];
        Assert.True(value.TryFormat(room, out int written, default, null));
        Assert.Equal(shown, room[..written].ToString());
        Assert.False(value.TryFormat(room[1..], out written, default, null));
        Assert.Equal(0, written);

        TypeConverter converter = TypeDescriptor.GetConverter(typeof(T));
        Assert.True(converter.CanConvertFrom(typeof(string)) && !converter.CanConvertFrom(typeof(int)));
        Assert.Equal(value, converter.ConvertFromInvariantString(text));
        Assert.Equal(text, converter.ConvertToInvariantString(value));
    }

    // With ISpanParsable in sight, a null text would be an empty span.
    private static void ParseNothing<T>()
        where T : IParsable<T> =>
        T.Parse(null!, null);
}
