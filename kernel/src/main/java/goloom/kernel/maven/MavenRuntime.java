package goloom.kernel.maven;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.MavenUserHome;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;

/// Maven Resolver with the user's settings. Mima (2.4) reads all of them but `offline`.
final class MavenRuntime extends StandaloneStaticRuntime {
    @Override
    protected DefaultRepositorySystemSession newRepositorySession(
            ContextOverrides overrides,
            MavenUserHome home,
            RepositorySystem system,
            Settings settings,
            SettingsDecrypter decrypter) {
        var session = super.newRepositorySession(overrides, home, system, settings, decrypter);
        session.setOffline(session.isOffline() || settings.isOffline());
        return session;
    }
}
