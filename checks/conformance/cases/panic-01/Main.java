import static goloom.runtime.Go.*;

void main() {
    throw panic("boom");
}
