import static goloom.runtime.Go.*;

void main() {
    int n = -1;
    chan(int.class, n);
}
