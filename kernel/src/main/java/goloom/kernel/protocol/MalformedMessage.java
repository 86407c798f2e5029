package goloom.kernel.protocol;

/// A message that is not what the protocol says. It is noted in the log and gets no answer.
public final class MalformedMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedMessage(String what) {
        super(what);
    }

    MalformedMessage(String what, Throwable cause) {
        super(what, cause);
    }
}
