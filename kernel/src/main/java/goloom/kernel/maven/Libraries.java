package goloom.kernel.maven;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/// Finds libraries and what they need, as Maven does: in the local repository, or else in the
/// repositories and mirrors of the user's settings.
public final class Libraries {
    private static final String SCOPE = "runtime";

    private Libraries() {}

    /// The jars of libraries and of all that they need.
    ///
    /// @param coordinates `group:artifact:version`, also with extension and classifier before the
    ///   version
    /// @param offline look in the local repository alone, whatever the settings say
    /// @throws UnavailableException if one cannot be had
    public static List<Path> resolve(List<String> coordinates, boolean offline, Progress progress)
            throws UnavailableException {
        var overrides =
                ContextOverrides.create()
                        .withUserSettings(true)
                        .transferListener(new Downloads(progress));
        if (offline) {
            overrides.offline(true);
        }
        try (Context maven = new MavenRuntime().create(overrides.build())) {
            return resolve(maven, coordinates);
        } catch (DependencyResolutionException e) {
            throw new UnavailableException(reason(e), e);
        } catch (RuntimeException e) {
            // Such as settings that cannot be read.
            throw new UnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Path> resolve(Context maven, List<String> coordinates)
            throws DependencyResolutionException {
        List<Dependency> wanted =
                coordinates.stream()
                        .map(c -> new Dependency(new DefaultArtifact(c), SCOPE))
                        .toList();
        var collect = new CollectRequest(wanted, List.of(), maven.remoteRepositories());
        return maven
                .repositorySystem()
                .resolveDependencies(
                        maven.repositorySystemSession(), new DependencyRequest(collect, null))
                .getArtifactResults()
                .stream()
                .filter(ArtifactResult::isResolved)
                .map(r -> Objects.requireNonNull(r.getArtifact().getFile()).toPath())
                .toList();
    }

    /// Maven's messages repeat what they wrap; the innermost ones say why.
    private static String reason(DependencyResolutionException e) {
        String missing =
                e.getResult() == null
                        ? ""
                        : e.getResult().getArtifactResults().stream()
                                .filter(r -> !r.isResolved())
                                .flatMap(r -> r.getExceptions().stream())
                                .map(x -> String.valueOf(x.getMessage()))
                                .distinct()
                                .collect(Collectors.joining("; "));
        Throwable inner = e;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        return missing.isEmpty() ? String.valueOf(inner.getMessage()) : missing;
    }
}
