package goloom.kernel.install;

/// Why the kernel was not installed, in a sentence for the user.
public final class InstallException extends Exception {
    private static final long serialVersionUID = 1L;

    InstallException(String message) {
        super(message);
    }
}
