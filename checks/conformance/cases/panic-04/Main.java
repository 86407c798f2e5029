import static goloom.runtime.Go.*;

void main() {
    try {
        throw panic(null);
    } catch (RuntimeException e) {
        var r = recovered(e);
        printf("%T %v\n", r, r);
    }
}
