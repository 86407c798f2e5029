package goloom.kernel.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The request that something answers: who sent it, and its header as it came, which goes into
/// every answer as the parent header.
///
/// @param identities where replies go
/// @param subshell the subshell it is for, or null for the main one
/// @param header the bytes of its header
/// @param metadata what the front end added, such as `cellId`
@SuppressWarnings("ArrayRecordComponent") // Bytes as they came; nobody compares them.
public record Origin(
        List<byte[]> identities,
        String messageId,
        String type,
        @Nullable String subshell,
        byte[] header,
        Map<String, @Nullable Object> metadata) {

    /// The front end's name of the cell, or null.
    public @Nullable String cellId() {
        return metadata.get("cellId") instanceof String id ? id : null;
    }
}
