import static goloom.runtime.Go.*;

void main() {
    goexit();
}
