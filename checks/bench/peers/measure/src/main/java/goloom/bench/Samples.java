package goloom.bench;

import java.util.List;
import java.util.Locale;

/// What the measured repetitions took, and what the very first took. Prints itself as a line of
/// JSON.
public record Samples(double first, List<Double> all) {
    public Samples {
        all = all.stream().sorted().toList();
    }

    /// A single number.
    public static Samples of(double value) {
        return new Samples(value, List.of(value));
    }

    public void print(String scenario, String unit) {
        print(scenario, unit, "");
    }

    /// The same, where one process measures several peers.
    public void print(String scenario, String unit, String peer) {
        String of = peer.isEmpty() ? "" : "\"peer\":\"%s\",".formatted(peer);
        System.out.printf(
                Locale.ROOT,
                "{\"scenario\":\"%s\",%s\"unit\":\"%s\",\"repetitions\":%d,\"first\":%.3f,"
                        + "\"min\":%.3f,\"p10\":%.3f,\"median\":%.3f,\"p90\":%.3f}%n",
                scenario,
                of,
                unit,
                all.size(),
                first,
                at(0),
                at(0.1),
                at(0.5),
                at(0.9));
    }

    private double at(double share) {
        return all.get((int) (share * (all.size() - 1)));
    }
}
