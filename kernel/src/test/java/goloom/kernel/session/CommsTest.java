package goloom.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import goloom.kernel.protocol.Origin;
import goloom.kernel.protocol.Publication;
import goloom.kernel.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommsTest {
    private final List<Publication> published = new ArrayList<>();
    private final List<@Nullable Origin> causes = new ArrayList<>();
    private final Comms comms =
            new Comms((cause, p) -> {
                causes.add(cause);
                published.add(p);
            });

    @Test
    void a_comm_opened_from_here_is_announced_and_can_be_closed_once() {
        Comms.Comm comm = comms.open("target", Map.of("a", 1), (_, _) -> {});
        assertThat(comms.list("target")).containsOnlyKeys(comm.id());
        comm.close(Map.of());
        comm.close(Map.of());
        assertThat(published)
                .containsExactly(
                        new Publication.CommOpen(comm.id(), "target", Map.of("a", 1)),
                        new Publication.CommClose(comm.id(), Map.of()));
        assertThat(comms.list(null)).isEmpty();
    }

    @Test
    void what_a_message_causes_has_it_as_its_parent() {
        var cause = new Origin(List.of(), "m", "comm_open", null, new byte[0], Map.of());
        comms.on(cause, () -> comms.opened(new Request.CommOpen("c", "x", Map.of(), List.of())));
        assertThat(published).containsExactly(new Publication.CommClose("c", Map.of()));
        assertThat(causes).containsExactly(cause);
    }
}
