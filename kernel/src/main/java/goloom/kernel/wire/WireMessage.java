package goloom.kernel.wire;

import java.util.List;

/// A message as it travels: JSON that nobody has read yet, and who sent it or shall get it.
///
/// @param identities the peers of a ROUTER socket, or the topic on iopub
/// @param buffers binary data behind the JSON
@SuppressWarnings("ArrayRecordComponent") // Bytes as they travel; nobody compares them.
public record WireMessage(
        List<byte[]> identities,
        byte[] header,
        byte[] parentHeader,
        byte[] metadata,
        byte[] content,
        List<byte[]> buffers) {}
