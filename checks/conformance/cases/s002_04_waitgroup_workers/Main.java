import goloom.runtime.*;

import static goloom.runtime.Go.*;

void worker(int id, WaitGroup wg) {
    try (var _ = defer(wg::done)) { // Decrements the counter when the function completes
        printf("Worker %d started\n", id);
    }
}

void main() {
    var wg = new WaitGroup();

    for (int i = 1; i <= 3; i++) {
        wg.add(1); // Increment counter
        go((id, group) -> worker(id, group), i, wg);
    }

    wg.await(); // Wait for all workers to finish
    println("All workers completed");
}
