using PrivateDomain.Core.Acquisition;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Acquisition;

public sealed class SmsLengthTests
{
    // Written from 3GPP TS 23.038, table 6.2.1, by code 0x00 to 0x7F; 0x1B leads to the extension.
    private static readonly int[] Alphabet =
    [
        0x40, 0xA3, 0x24, 0xA5, 0xE8, 0xE9, 0xF9, 0xEC, 0xF2, 0xC7, 0x0A, 0xD8, 0xF8, 0x0D, 0xC5, 0xE5,
        0x394, 0x5F, 0x3A6, 0x393, 0x39B, 0x3A9, 0x3A0, 0x3A8, 0x3A3, 0x398, 0x39E, -1, 0xC6, 0xE6, 0xDF, 0xC9,
        0x20, 0x21, 0x22, 0x23, 0xA4, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F,
        0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, 0x3B, 0x3C, 0x3D, 0x3E, 0x3F,
        0xA1, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x4D, 0x4E, 0x4F,
        0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5A, 0xC4, 0xD6, 0xD1, 0xDC, 0xA7,
        0xBF, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F,
        0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0xE4, 0xF6, 0xF1, 0xFC, 0xE0,
    ];

    private static readonly int[] Extension = [0x0C, 0x5E, 0x7B, 0x7D, 0x5C, 0x5B, 0x7E, 0x5D, 0x7C, 0x20AC];

    [Fact]
    public void EveryCharacter_IsOfTheAlphabetItIsIn()
    {
        for (int code = 0; code <= char.MaxValue; code++)
        {
            SmsLength length = SmsLength.From(((char)code).ToString());
            bool isExtension = Extension.Contains(code);
            Assert.Equal(isExtension || Alphabet.Contains(code) ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2, length.Encoding);
            Assert.Equal(isExtension ? 2 : 1, length.Units);
            Assert.Equal(1, length.Segments);
        }
    }

    [Theory]
    [InlineData("a", 160, 1)]
    [InlineData("a", 161, 2)]
    [InlineData("a", 306, 2)]
    [InlineData("a", 307, 3)]
    [InlineData("€", 80, 1)]
    [InlineData("€", 81, 2)]
    [InlineData("€", 152, 2)]
    [InlineData("€", 153, 3)]
    [InlineData("汉", 70, 1)]
    [InlineData("汉", 71, 2)]
    [InlineData("汉", 134, 2)]
    [InlineData("汉", 135, 3)]
    [InlineData("😀", 35, 1)]
    [InlineData("😀", 36, 2)]
    [InlineData("😀", 66, 2)]
    [InlineData("😀", 67, 3)]
    public void Segments_OfTheSameCharacter_AreThoseOfTheStandard(string one, int times, int segments) =>
        Assert.Equal(segments, SmsLength.From(string.Concat(Enumerable.Repeat(one, times))).Segments);

    [Fact]
    public void ACharacterOfTwoUnits_IsNeverSplit()
    {
        // 152 and a pair at the border: 153 units would hold its first half only.
        Assert.Equal(2, SmsLength.From(new string('a', 152) + "€" + new string('a', 151)).Segments);
        Assert.Equal(3, SmsLength.From(new string('a', 152) + "€" + new string('a', 152)).Segments);
        Assert.Equal(2, SmsLength.From(new string('汉', 66) + "😀" + new string('汉', 65)).Segments);
        Assert.Equal(3, SmsLength.From(new string('汉', 66) + "😀" + new string('汉', 66)).Segments);
    }

    [Fact]
    public void Edges_AreAnswered()
    {
        Assert.Equal(default, SmsLength.From(""));
        Assert.Equal(0, SmsLength.From("").Segments);
        Assert.Equal((SmsEncoding.Ucs2, 1), (SmsLength.From("\ud83d").Encoding, SmsLength.From("\ud83d").Units)); // half a pair
        Assert.Throws<ArgumentNullException>("text", static () => SmsLength.From(null!));
    }
}
