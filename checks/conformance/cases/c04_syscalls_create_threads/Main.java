import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

GoRuntime runtime; // the one that runs this

void main() throws Exception {
    var fifo = Files.createTempDirectory("goloom").resolve("fifo");
    new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
    println("threads before less than 12:", runtime.threads() < 12);
    var wg = new WaitGroup();
    for (int _ : range(50)) {
        wg.go(() -> {
            new FileInputStream(fifo.toFile()).close(); // blocks until there is a writer
        });
    }
    while (runtime.threads() <= 50) {
        sleep(ofMillis(1));
    }
    println("50 goroutines in a system call: threads more than 50:", runtime.threads() > 50);
    var out = new FileOutputStream(fifo.toFile());
    wg.await();
    out.close();
    println("afterwards threads more than 50:", runtime.threads() > 50);
    Files.delete(fifo);
    Files.delete(fifo.getParent());
}
