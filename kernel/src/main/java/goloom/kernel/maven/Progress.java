package goloom.kernel.maven;

/// Told how downloads go, by the threads that download.
public interface Progress {
    /// A line about all downloads that go on.
    void show(String line);

    /// True if nobody waits for them any more.
    boolean isStopped();
}
