package goloom.kernel.debug;

/// A request cannot be answered; the message says why.
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why);
    }
}
