import static goloom.runtime.Go.*;

void main() {
    int n = Integer.MAX_VALUE;
    chan(long.class, n);
}
