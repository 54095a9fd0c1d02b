namespace PrivateDomain.Core.Segmentation.Evaluation;

/// <summary>Nodes of one level in one word.</summary>
/// <param name="Word">The word.</param>
/// <param name="FirstGroup">The first eight of them.</param>
/// <param name="EndGroup">The end of the eights.</param>
/// <param name="FirstEntry">The first entry of the first eight.</param>
/// <param name="FirstCount">The first of them that counts.</param>
/// <param name="EndCount">The end of those that count.</param>
internal readonly record struct TableRun(int Word, int FirstGroup, int EndGroup, int FirstEntry, int FirstCount, int EndCount);
