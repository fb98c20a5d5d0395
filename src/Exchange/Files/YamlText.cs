using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Parley.Exchange.Files;

/// <summary>A file of YAML, read strictly: one document, no anchors, bounded in length and depth.</summary>
internal static class YamlText
{
    /// <param name="what">What the file is, as in <c>a codebook</c>.</param>
    /// <param name="problem">The first thing that is wrong, when the answer is null.</param>
    public static T? Read<T>(string text, string what, Func<YamlTable, T> read, out FileProblem? problem)
        where T : class
    {
        problem = null;
        if (text.Length > Bounds.FileLength)
        {
            problem = new FileProblem(1, $"the file is longer than {Bounds.FileLength} characters");
            return null;
        }

        try
        {
            Walk(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is not [{ RootNode: { } root }])
                throw new FileFault(1, "the file must hold one document");
            return YamlTable.Read(root, what, read);
        }
        catch (FileFault fault)
        {
            problem = fault.Problem;
        }
        catch (YamlException fault)
        {
            problem = new FileProblem((int)Math.Max(1, fault.Start.Line), $"this is not YAML: {fault.Message}");
        }

        return null;
    }

    /// <summary>Before the tree is built, for that calls itself at each level.</summary>
    private static void Walk(string text)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; MoveNext(parser);)
        {
            var at = parser.Current!;
            depth += at.NestingIncrease;
            if (depth > Bounds.FileDepth)
                throw new FileFault(at.Start.Line, $"tables and lists stand at most {Bounds.FileDepth} deep");
            if (at is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                throw new FileFault(at.Start.Line, "anchors and aliases are not used here; write it out");
            if (at is NodeEvent { Tag.IsEmpty: false })
                throw new FileFault(at.Start.Line, "tags are not used here");
        }
    }

    private static bool MoveNext(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (InvalidOperationException)
        {
            // What the library says of some lists and texts that have no end.
            throw new FileFault(parser.Current?.End.Line ?? 1, "this is not YAML: after this, something is opened that is not closed");
        }
    }
}
