namespace Parley.Station.Frames;

/// <summary>Why something from a circuit was not taken. Closed; counted per circuit and shown to the operator.</summary>
public enum FrameRefusal
{
    /// <summary>Not the deterministic encoding of any frame.</summary>
    Malformed,

    /// <summary>Over its bound.</summary>
    TooLarge,

    /// <summary>A frame type this version does not know.</summary>
    UnknownType,

    /// <summary>A line that is not known here and is not being proposed to us by one of its parties.</summary>
    UnknownLine,

    /// <summary>The author is no party of the line, or the sender may not carry it.</summary>
    Misaddressed,

    /// <summary>The author's key is not known or its card was never verified.</summary>
    UnknownKey,

    /// <summary>A signature does not hold.</summary>
    BadSignature,

    /// <summary>The suite is not this station's, or is below the least one of the line's charter.</summary>
    SuiteTooWeak,

    /// <summary>Entries before these are missing here, or those that a receipt of one peer over another's feed covers.</summary>
    Gap,

    /// <summary>The entries do not lead to the signed root.</summary>
    RootDiffers,

    /// <summary>The author signed two histories; the other one is kept as evidence.</summary>
    Fork,

    /// <summary>A header says what no header may: a lane or status that does not fit its kind, charter version 0, words of a party that is not on the line,
    /// more seen or answered than was held.</summary>
    BadHeader,

    /// <summary>A content does not have the digest that its header states.</summary>
    ContentDiffers,

    /// <summary>A receipt for a size that was never signed here, or by somebody who is not on the line.</summary>
    BadReceipt,

    /// <summary>Too many lines that a peer proposed, or that it carried for others, wait for an answer; or a feed has too many generations.</summary>
    TooMany,

    /// <summary>The author had left this line with the entry before.</summary>
    Left,

    /// <summary>Signed by a key that its party has revoked, and beyond what any member is shown to have cosigned.</summary>
    Revoked,

    /// <summary>A chunk of an attachment for which nobody here asked.</summary>
    UnaskedChunk,

    /// <summary>An attachment came whole and its digest is not the one that the entry names; it was thrown away.</summary>
    AttachmentDiffers,

    /// <summary>More ordinary words of this peer wait here than are kept; they are sent again.</summary>
    Throttled,
}
