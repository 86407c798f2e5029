import static goloom.runtime.Go.*;

void main() {
    lockOSThread();
    lockOSThread();
    unlockOSThread();
    unlockOSThread();
    unlockOSThread();
    println("ok");
}
