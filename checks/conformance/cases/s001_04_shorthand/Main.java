import static goloom.runtime.Go.*;

void main() {
    var ch = chan(int.class);
    println(!isNil(ch), len(ch), cap(ch));
}
