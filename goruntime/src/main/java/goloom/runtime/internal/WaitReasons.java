package goloom.runtime.internal;

import goloom.trace.WaitReason;

/// Wait reasons by number: a G keeps a byte.
final class WaitReasons {
    private static final WaitReason[] ALL = WaitReason.values();

    private WaitReasons() {}

    static WaitReason of(int ordinal) {
        return ALL[ordinal];
    }
}
