package goloom.kernel.session;

import java.util.concurrent.CountDownLatch;

/// The end of the kernel, which several may ask for.
final class Ending {
    private final CountDownLatch begun = new CountDownLatch(1);

    void begin() {
        begun.countDown();
    }

    void await() throws InterruptedException {
        begun.await();
    }
}
