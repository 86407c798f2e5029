import goloom.runtime.*;

import static goloom.runtime.Go.*;
import static java.time.Duration.*;

GoRuntime runtime; // the one that runs this

void main() throws Exception {
    var mu = new Mutex();
    mu.lock();
    var rw = new RWMutex();
    rw.lock();
    var wg = new WaitGroup();
    wg.add(1);
    var condMutex = new Mutex();
    var cd = new Cond(condMutex);
    var a = chan(int.class);
    var b = chan(int.class);
    Chan<Integer> z = Chan.nil();
    var pipe = java.nio.channels.Pipe.open();
    List<GoBody> fs = List.of(
            () -> a.recv(),
            () -> b.send(1),
            () -> z.recv(),
            () -> z.send(1),
            () -> select(),
            () -> select(onRecv(a), onSend(b, 1)),
            () -> mu.lock(),
            () -> rw.lock(),
            () -> rw.rLock(),
            () -> wg.await(),
            () -> {
                condMutex.lock();
                cd.await();
            },
            () -> sleep(ofHours(1)),
            () -> pipe.source().read(ByteBuffer.allocate(1)),
            () -> {
                for (; ; ) {
                    gosched();
                }
            });
    for (GoBody f : fs) {
        go(f);
    }
    sleep(ofMillis(30));
    var m = new TreeSet<String>();
    for (GoroutineDump g : runtime.goroutines()) {
        m.add(g.header().substring(g.header().indexOf('[')));
    }
    for (String k : m) {
        println(k);
    }
}
