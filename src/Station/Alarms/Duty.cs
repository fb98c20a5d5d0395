using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Alarms;

namespace Parley.Station.Alarms;

/// <summary>An officer at a post since a time.</summary>
internal sealed record OnPost(AlarmLevel Post, string Officer, Timestamp Since);

/// <summary>Who is on duty. Saved as the document `shift`: [[post, officer, since] …], ordered by post.</summary>
internal sealed record Duty(IReadOnlyList<OnPost> Posts)
{
    public const string DocumentId = "shift";
    private const int MaxDocument = 1024;

    public static Duty Nobody { get; } = new([]);

    public OnPost? At(AlarmLevel post) => Posts.FirstOrDefault(p => p.Post == post);

    public Duty Without(AlarmLevel post) => new([.. Posts.Where(p => p.Post != post)]);

    public Duty With(OnPost post) => new([.. Without(post.Post).Posts.Append(post).OrderBy(p => p.Post)]);

    public byte[] Encode() => Cbor.Encode(this, static (writer, duty) =>
    {
        writer.WriteStartArray(duty.Posts.Count);
        foreach (var post in duty.Posts)
        {
            writer.WriteStartArray(3);
            writer.WriteUInt32((uint)post.Post);
            writer.WriteTextString(post.Officer);
            writer.WriteUInt64((ulong)post.Since.UnixMilliseconds);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    });

    public static Duty? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxDocument, static reader =>
    {
        var posts = new OnPost[reader.ArrayUpTo(Roster.Levels.Count)];
        for (var i = 0; i < posts.Length; i++)
        {
            reader.ArrayOf(3);
            posts[i] = new OnPost((AlarmLevel)reader.UpTo(Roster.Levels.Count - 1), reader.Text(Parley.Lines.Bounds.OfficerNameLength), reader.Time());
            reader.ReadEndArray();
            if (i > 0 && posts[i - 1].Post >= posts[i].Post)
                return null;
        }

        reader.ReadEndArray();
        return new Duty(posts);
    });
}
